/** CloudWatch metric names (embedded metric format), shared by the code and its alarms. */
export const METRICS = {
  namespace: 'Bonghwa',
  /** One per result that is not the monitor's own fault, dimension `service`. Missing = it is blind. */
  resultStored: 'ResultStored',
  /** One per finished evaluation, dimension `group`. */
  evaluationDone: 'EvaluationDone',
  /** Notices pending or failed after an evaluation, dimension `group`. */
  noticesUnsent: 'NoticesUnsent',
  /** A notice that had to go to the fallback topic. */
  noticeFellBack: 'NoticeFellBack',
  /** Runs that a late tick made pointless to ask for. */
  runsDropped: 'RunsDropped',
  /** Queue messages that a function could not handle, dimension `function`. Lambda counts success. */
  messageFailed: 'MessageFailed',
  /** Evaluations that failed, dimension `group`. */
  evaluationFailed: 'EvaluationFailed',
  /** Stored items that could not be read and were passed over. */
  itemUnreadable: 'ItemUnreadable',
  /** Results whose kind is `monitor-fault`, dimension `check`. */
  monitorFault: 'MonitorFault',
  /** From asking for an end-to-end check to its row in the ledger, s; once a day. */
  timeToLedger: 'TimeToLedger',
  /** Age of the page as everybody gets it from its public address, s. Missing = nobody looked. */
  pageAge: 'PageAge',
} as const;
