import { type GroupDraft, serviceOf } from '#core/detection/group-draft';
import type { CheckState } from '#core/detection/group-state';
import { excuseOf } from '#core/detection/incident';
import type { WithheldReason } from '#core/outage/telling';
import type { Check } from '#core/watch/catalogue';

/**
 * Records why no notice is sent for a service that fails without an outage: one effect per change.
 */
export function keepReasons(draft: GroupDraft): void {
  for (const [service, own] of draft.context.checksOf) {
    const known = serviceOf(draft, service);
    if (known.withheld === undefined && own.every((check) => isQuiet(draft, check))) continue;
    const checks = own.flatMap(({ id }) => draft.checks[id] ?? []);
    const reason = known.incident ? undefined : reasonOf(draft, service, checks);
    if (reason === known.withheld) continue;
    const { withheld: _, ...rest } = known;
    draft.services[service] = reason === undefined ? rest : { ...rest, withheld: reason };
    if (reason !== undefined) keep(draft, { service, reason, checks });
  }
}

/** Nothing is held back about such a check. Most are quiet, in every evaluation. */
function isQuiet(draft: GroupDraft, { id }: Check): boolean {
  const state = draft.checks[id];
  return state?.suspicion === undefined && state?.latest?.result !== 'failed';
}

function reasonOf(
  draft: GroupDraft,
  service: string,
  checks: readonly CheckState[],
): WithheldReason | undefined {
  const isFailing = checks.some(({ latest }) => latest?.result === 'failed');
  if (isFailing && draft.doubtSince !== undefined) return 'network-in-doubt';
  if (isFailing && excuseOf(draft, service, draft.now)) return 'maintenance';
  if (checks.some(({ suspicion }) => suspicion !== undefined)) return 'forming';
  const before = draft.services[service]?.withheld;
  return before === 'forming' && !isFailing ? 'blip' : undefined;
}

interface Kept {
  readonly service: string;
  readonly reason: WithheldReason;
  readonly checks: readonly CheckState[];
}

function keep(draft: GroupDraft, { service, reason, checks }: Kept): void {
  const { group } = draft.context;
  const base = { schema: 1, group, service, at: draft.now, reason } as const;
  const blip = reason === 'blip' ? draft.blips.findLast((one) => one.service === service) : null;
  if (blip) {
    const { run, layer, kind, startedBetween, endedBetween } = blip;
    const withheld = { ...base, run, layer, kind, startedBetween, endedBetween };
    draft.effects.push({ type: 'withheld', withheld });
    return;
  }
  const failures = checks.flatMap(({ suspicion }) => suspicion?.failures ?? []);
  const last = failures.toSorted((a, b) => a.to - b.to).at(-1);
  const seen = last ? { run: last.run, layer: last.layer, kind: last.kind } : {};
  draft.effects.push({ type: 'withheld', withheld: { ...base, ...seen } });
}
