import type { Severity } from '#core/notice/notice';

/**
 * Alarms about the monitor itself. Each has an entry of the same name in docs/runbook.md with
 * Description, Investigation and Resolution. A test checks that.
 */
export const ALARMS = {
  Blind: { severity: 'critical', says: 'Bonghwa is blind: outages would not be seen now' },
  NotRunning: { severity: 'critical', says: 'The dispatcher has not run for three minutes' },
  TicksDropped: { severity: 'warning', says: 'Ticks come so late that runs are left out' },
  FunctionFailing: { severity: 'warning', says: 'A function fails again and again' },
  Throttled: { severity: 'warning', says: 'Lambda refuses calls of a function again and again' },
  EvaluatorSilent: { severity: 'critical', says: 'No evaluation has finished for five minutes' },
  EvaluatorFailing: { severity: 'critical', says: 'The evaluator fails again and again' },
  ResultsMissing: { severity: 'warning', says: 'A service has had no result for twice its pace' },
  NoticesUnsent: { severity: 'critical', says: 'Notices have waited five minutes to be sent' },
  NoticeFellBack: { severity: 'warning', says: 'A notice had to take the fallback topic' },
  EndToEndSlow: {
    severity: 'warning',
    says: 'The daily check took over two minutes to reach the ledger',
  },
  EndToEndMissing: {
    severity: 'warning',
    says: 'No end-to-end check has reached the ledger for more than a day',
  },
  QueueSlow: { severity: 'warning', says: 'Messages have waited five minutes in a queue' },
  DeadLetters: { severity: 'warning', says: 'Messages have been given up' },
  WebhookRefused: {
    severity: 'warning',
    says: 'A webhook refuses its messages, which are tried for two hours',
  },
  RelayFailed: {
    severity: 'warning',
    says: 'An alarm did not reach the region of the phones; mail has it',
  },
  BrowserTimeouts: { severity: 'warning', says: 'Journeys are cut off by the time limit' },
  ApiErrors: { severity: 'warning', says: 'The history API answers with server errors' },
  PageStale: {
    severity: 'warning',
    says: 'The public page is older than three minutes where people read it',
  },
  TableThrottled: { severity: 'warning', says: 'The table refuses requests at its cost brake' },
  ItemsUnreadable: { severity: 'warning', says: 'Stored items cannot be read and are passed over' },
  SmsSpend: { severity: 'critical', says: 'SMS spending is near its limit; SNS stops there' },
} as const satisfies Readonly<Record<string, { severity: Severity; says: string }>>;

export type AlarmName = keyof typeof ALARMS;
