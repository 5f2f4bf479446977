/** One price: US dollars per unit at list, and the monthly amount of the always-free tier. */
export interface Price {
  readonly usd: number;
  /** Definition of one unit. */
  readonly per: string;
  /** Free units per month, if nothing else in the account uses them. */
  readonly free: number;
}

export interface PriceTable {
  readonly region: string;
  /** ISO date of the table. */
  readonly date: string;
  readonly source: string;
  readonly prices: Readonly<Record<PriceName, Price>>;
}

export type PriceName =
  | 'lambdaGbSecond'
  | 'lambdaRequest'
  | 'schedulerInvocation'
  | 'sqsRequest'
  | 'sqsFifoRequest'
  | 'tableWrite'
  | 'tableRead'
  | 'tableGbMonth'
  | 'backupGbMonth'
  | 's3Put'
  | 's3GbMonth'
  | 'logGb'
  | 'metric'
  | 'alarmMetric'
  | 'compositeAlarm'
  | 'dashboard'
  | 'secret'
  | 'secretCall'
  | 'apiRequest'
  | 'trace'
  | 'natHour'
  | 'natGb'
  | 'addressHour'
  | 'smsPart';

/**
 * Seoul. Lambda and DynamoDB are from captures of the AWS price list (2026-06); the rest are AWS's
 * public prices from memory on the date below, not fetched. Check them with the AWS Pricing
 * Calculator before you approve a budget.
 */
export const SEOUL_PRICES: PriceTable = {
  region: 'ap-northeast-2',
  date: '2026-11-22',
  source:
    'AWS price list captures of 2026-06 (Lambda, DynamoDB); AWS public price pages, not re-fetched (all others)',
  prices: {
    lambdaGbSecond: { usd: 0.000_016_666_7, per: 'GB-second, x86', free: 400_000 },
    lambdaRequest: { usd: 0.000_000_2, per: 'request', free: 1_000_000 },
    schedulerInvocation: { usd: 0.000_001, per: 'invocation', free: 14_000_000 },
    sqsRequest: { usd: 0.000_000_4, per: 'request, standard queue', free: 1_000_000 },
    sqsFifoRequest: { usd: 0.000_000_5, per: 'request, FIFO queue', free: 0 },
    tableWrite: { usd: 0.000_000_68, per: 'write unit (1 KB)', free: 0 },
    tableRead: { usd: 0.000_000_135_5, per: 'read unit (4 KB)', free: 0 },
    tableGbMonth: { usd: 0.27, per: 'GB-month', free: 25 },
    backupGbMonth: { usd: 0.228, per: 'GB-month, point-in-time recovery', free: 0 },
    s3Put: { usd: 0.000_004_5, per: 'PUT', free: 0 },
    s3GbMonth: { usd: 0.025, per: 'GB-month', free: 0 },
    logGb: { usd: 0.76, per: 'GB taken in', free: 5 },
    metric: { usd: 0.3, per: 'custom metric', free: 10 },
    alarmMetric: { usd: 0.1, per: 'metric in a standard alarm', free: 10 },
    compositeAlarm: { usd: 0.5, per: 'composite alarm', free: 0 },
    dashboard: { usd: 3, per: 'dashboard', free: 3 },
    secret: { usd: 0.4, per: 'secret', free: 0 },
    secretCall: { usd: 0.000_005, per: 'call', free: 0 },
    apiRequest: { usd: 0.000_001_23, per: 'request, HTTP API', free: 0 },
    trace: { usd: 0.000_005, per: 'X-Ray trace recorded', free: 100_000 },
    natHour: { usd: 0.059, per: 'hour', free: 0 },
    natGb: { usd: 0.059, per: 'GB', free: 0 },
    addressHour: { usd: 0.005, per: 'hour', free: 0 },
    // As a team in Korea paid it in August 2024. Carriers change it.
    smsPart: { usd: 0.024_14, per: 'SMS of 70 characters from Tokyo to Korea', free: 0 },
  },
};
