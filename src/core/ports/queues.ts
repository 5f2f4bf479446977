import type { CheckRequest, EvaluationRequest } from '#contract/messages';

export interface CheckQueue {
  /** Sends each request so that it becomes visible at its `scheduledAt`. */
  send(requests: readonly CheckRequest[]): Promise<void>;
}

export interface EvaluationQueue {
  send(request: EvaluationRequest): Promise<void>;
}

export interface MessageReturn {
  /**
   * Makes a failed queue message visible again within seconds. `receiveCount`: deliveries so far.
   * Never throws.
   */
  soon(message: { readonly receiptHandle: string; readonly receiveCount: number }): Promise<void>;
}
