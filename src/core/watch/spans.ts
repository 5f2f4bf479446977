/**
 * Two spans of time, seconds. `together`: services of the group show the same on different addresses,
 * so that one confirms the other. `alone`: one service, or several that ask for the same address.
 */
export interface Spans {
  readonly together: number;
  readonly alone: number;
}
