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
  {
    file: 'src/core/notice/ledger.ts',
    code: 'a.channel < b.channel',
    replacement: 'a.channel <= b.channel',
    reason: 'A notice has one row on each channel, so no two of its rows are equal.',
  },
  {
    file: 'src/core/detection/tell.ts',
    code: "type === 'closed'",
    replacement: 'false',
    reason: 'An outage whose end was told gets a new list when it reopens, and needs none before.',
  },
  {
    file: 'src/core/detection/attention.ts',
    code: 'days < (held.certificates[host] ?? days)',
    replacement: 'days <= (held.certificates[host] ?? days)',
    reason: 'The same number of days is written over itself.',
  },
  {
    file: 'src/core/history/access.ts',
    code: 'index < left.length',
    replacement: 'index <= left.length',
    reason: 'Behind the last character of both there is nothing that could differ.',
  },
  {
    file: 'src/core/detection/detection.ts',
    code: 'a.run < b.run',
    replacement: 'a.run <= b.run',
    reason: 'Two results with one id are the same run, of which the second is left out.',
  },
  {
    file: 'src/core/detection/set-apart.ts',
    code: 'state?.incident?.outage !== id',
    replacement: 'false',
    reason: 'A service that a record shows as down has its incident in that outage.',
  },
  {
    file: 'src/core/detection/lasting.ts',
    code: '!first || !last',
    replacement: '!first && !last',
    reason: 'The first and the last of a list are both there or both missing.',
  },
  {
    file: 'src/core/detection/lasting.ts',
    code: '!own',
    replacement: 'false',
    reason: 'Only a check that has just failed is asked about, so it has a failure.',
  },
  {
    file: 'src/core/detection/lasting.ts',
    code: 'end === ends[0]',
    replacement: 'true',
    reason: 'After the later end the last look is over, so the later of both times is the same.',
  },
  {
    file: 'src/core/detection/rollups.ts',
    code: '!hour',
    replacement: 'false',
    reason: 'The loop has looked at the hour that it takes, so there is one.',
  },
  {
    file: 'src/core/detection/fold-result.ts',
    code: '!state.suspicion',
    replacement: 'false',
    reason: 'Without a suspicion nothing is left out. The check only saves work.',
  },
  {
    file: 'src/core/detection/fold-result.ts',
    code: '!hasIncidents(draft)',
    replacement: 'false',
    reason: 'Without an incident the steps after it change nothing. The check only saves work.',
  },
  {
    file: 'src/pipeline/history/check-history.ts',
    code: 'completed.set(state, known);',
    replacement: ';',
    reason: 'The state is completed again, to the same state.',
  },
  {
    file: 'src/core/detection/commands.ts',
    code: "window.type !== 'once'",
    replacement: 'false',
    reason: 'A weekly window has no times of its own, so none of its days is in the past.',
  },
  {
    file: 'src/pipeline/check/run-check.ts',
    code: 'layerDepth(asked) < layerDepth(check.depth)',
    replacement: 'layerDepth(asked) <= layerDepth(check.depth)',
    reason: 'At the same depth both layers are the same.',
  },
];
