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
  /** Results whose kind is `monitor-fault`, dimension `check`. */
  monitorFault: 'MonitorFault',
} as const;
