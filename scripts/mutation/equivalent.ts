/** A change of the code that no test can notice, because it changes nothing. */
interface Equivalent {
  readonly file: string;
  readonly code: string;
  readonly replacement: string;
  readonly reason: string;
}

export const EQUIVALENT: readonly Equivalent[] = [
  {
    file: 'src/core/history/histogram.ts',
    code: 'ms > 1',
    replacement: 'ms >= 1',
    reason: 'The logarithm of 1 is 0, so 1 ms falls in bucket 0 on both ways.',
  },
];
