/**
 * Regions in which SNS sends SMS, from public lists. The lists disagree on Seoul: reports of 2024
 * say no, later endpoint lists say yes. `bonghwa doctor` asks the account. Source: AWS SNS
 * developer guide, "Supported Regions for SMS", as quoted on 2026-11-22.
 */
export const SMS_REGIONS: readonly string[] = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'us-gov-west-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'me-south-1',
  'sa-east-1',
];

/**
 * Regions that have every service of the home and vantage stacks (Scheduler, HTTP API, nodejs24.x).
 */
export const HOME_REGIONS: readonly string[] = SMS_REGIONS.filter(
  (region) => !region.startsWith('us-gov-'),
);
