import { countingHour } from '#core/detection/account';
import type { GroupDraft } from '#core/detection/group-draft';
import type { CheckState } from '#core/detection/group-state';
import { beginOf } from '#core/detection/sample';
import type { Blip } from '#core/history/blip';
import { addBlip } from '#core/history/rollup-math';
import { DAY } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';

/** How long a group's state keeps blips, and how many at most. */
const KEPT_MS = 7 * DAY;
const MAX_BLIPS = 100;

/**
 * A check's suspicion ended before its failures lasted long enough. It is kept with its interval
 * and sent only to subscribers of blips.
 */
export function keepBlip(draft: GroupDraft, check: Check, state: CheckState): void {
  const { goodBefore = null, failures = [] } = state.suspicion ?? {};
  const first = failures[0];
  const last = failures.at(-1);
  if (!first || !last) return;
  const good = state.samples.find(({ from, mark }) => from > last.from && mark !== 'failed');
  const blip: Blip = {
    service: check.service,
    check: check.id,
    startedBetween: beginOf(goodBefore, first),
    endedBetween: { after: last.from, by: good?.to ?? draft.now },
    layer: last.layer,
    kind: last.kind,
    run: last.run,
  };
  addBlip(countingHour(draft, check.id, blip.startedBetween.by));
  draft.effects.push({ type: 'blip', blip });
  const recent = draft.blips.filter(({ endedBetween }) => endedBetween.by > draft.now - KEPT_MS);
  draft.blips = [...recent, blip].slice(-MAX_BLIPS);
}
