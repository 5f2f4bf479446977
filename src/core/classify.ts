import { judgeMonitor, judgeTransport } from '#core/classify/faults';
import { type Finding, RESULT_OF } from '#core/classify/finding';
import { judgeStatus } from '#core/classify/status';
import type { Observation } from '#core/observation';
import { clip } from '#core/page-text';
import { signatureOf } from '#core/signature';
import type { Verdict } from '#core/verdict';

/** The first judge with a finding decides; without one the run passed. */
const JUDGES: readonly ((seen: Observation) => Finding | undefined)[] = [
  judgeMonitor,
  judgeTransport,
  judgeStatus,
  judgeContent,
];

function judgeContent(seen: Observation): Finding | undefined {
  const { fault } = seen;
  const missing = seen.markers.find((marker) => marker.expected && !marker.found);
  if (fault?.timedOut || seen.pending.some(({ resource }) => resource === 'document')) {
    const reason = 'What the step waited for did not come in time.';
    return { kind: 'timeout', rule: 'step-timed-out', reason, cause: 'step timed out' };
  }
  if (seen.text === '' && seen.status !== undefined) {
    const reason = 'The page came without any content.';
    return { kind: 'blank', rule: 'no-text', reason, cause: 'blank' };
  }
  if (!missing && !fault) return undefined;
  const reason = 'The page came without what was expected on it.';
  return { kind: 'changed', rule: 'marker-missing', reason, cause: 'marker missing' };
}

/**
 * Judges one run from what was seen. Pure, never throws. `maintenance` is returned as `failed`:
 * declared windows are not known here.
 */
export function classify(seen: Observation): Verdict {
  for (const judge of JUDGES) {
    const finding = judge(seen);
    if (finding) return verdictOf(seen, finding);
  }
  return {
    result: 'passed',
    layer: seen.layer,
    rule: 'nothing-held-against',
    reason: 'The page came and shows what it should.',
  };
}

function verdictOf(seen: Observation, finding: Finding): Verdict {
  const { kind, cause, matched, peopleAhead } = finding;
  return {
    result: finding.result ?? RESULT_OF[kind],
    kind,
    layer: seen.layer,
    signature: signatureOf({ kind, layer: seen.layer, text: cause }),
    reason: finding.reason,
    rule: finding.rule,
    ...(matched === undefined ? {} : { matched: clip(matched) }),
    ...(peopleAhead === undefined ? {} : { peopleAhead }),
  };
}
