/** CloudWatch metric names (embedded metric format), shared by the code and its alarms. */
export const METRICS = {
  namespace: 'Bonghwa',
  /**
   * One per result without a fault of the monitor, dimension `service`. Missing: the monitor is
   * blind.
   */
  resultStored: 'ResultStored',
  /** One per finished evaluation, dimension `group`. */
  evaluationDone: 'EvaluationDone',
  /** Notices pending or failed after an evaluation, dimension `group`. */
  noticesUnsent: 'NoticesUnsent',
  /** A notice that had to go to the fallback topic. */
  noticeFellBack: 'NoticeFellBack',
  /** Runs that were not requested because a tick was too late. */
  runsDropped: 'RunsDropped',
  /**
   * Queue messages that a function failed to handle, dimension `function`. Lambda reports success.
   */
  messageFailed: 'MessageFailed',
  /** Evaluations that failed, dimension `group`. */
  evaluationFailed: 'EvaluationFailed',
  /** Stored items that could not be read and were skipped. */
  itemUnreadable: 'ItemUnreadable',
  /** Results whose kind is `monitor-fault`, dimension `check`. */
  monitorFault: 'MonitorFault',
  /** Time from the request of an end-to-end check to its row in the ledger, s. Once a day. */
  timeToLedger: 'TimeToLedger',
  /** Age of the page at its public address, s. Missing: nothing measured it. */
  pageAge: 'PageAge',
} as const;
