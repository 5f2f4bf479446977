/**
 * Two spans, seconds. `together`: services of the group fail alike on different addresses, so one
 * confirms the other. `alone`: one service, or several with the same address.
 */
export interface Spans {
  readonly together: number;
  readonly alone: number;
}
