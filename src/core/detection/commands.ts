import { forget } from '#core/detection/attention';
import {
  COMMAND_LIMITS,
  type Command,
  type CommandAction,
  type CommandOutcome,
  commandsAfter,
  type Refusal,
} from '#core/detection/command';
import { drill } from '#core/detection/drill';
import { effectKey } from '#core/detection/effects';
import { type GroupDraft, serviceOf } from '#core/detection/group-draft';
import { changeRecord, note } from '#core/detection/outages';
import { byDay, earliestChange, type Stretch, type WindowChange } from '#core/history/retroactive';
import { concerns } from '#core/outage/outage';
import type { TimelineEntry } from '#core/outage/timeline';
import { bucketStart, HOME_ZONE } from '#core/time/calendar';
import { DAY, type Instant } from '#core/time/time';
import type { MaintenanceWindow } from '#core/watch/configuration';
import { defined } from '../defined.ts';

/** Applies a command. Returns the reason for a refusal, undefined if it was applied. */
type Folder<Type extends CommandAction['type']> = (
  draft: GroupDraft,
  command: Command,
  action: Extract<CommandAction, { readonly type: Type }>,
) => Refusal | undefined;

/** Folds the commands from the API, with their authors and times. `commands` are oldest first. */
export function foldCommands(draft: GroupDraft, commands: readonly Command[]): void {
  forgetPast(draft);
  const fresh = commands.filter(
    ({ id }) => id > draft.commandsThrough && !draft.commands.includes(id),
  );
  const outcomes = fresh.slice(0, COMMAND_LIMITS.folded).map((command): CommandOutcome => {
    const refused = fold(draft, command);
    return { command: command.id, at: draft.now, ...defined({ refused }) };
  });
  remember(draft, outcomes);
  if (outcomes.length > 0) draft.effects.push({ type: 'outcomes', outcomes });
  draft.windows = [...draft.context.configuration.maintenance, ...draft.declared];
}

/** Runs scheduled inside a window may still arrive this long after it, ms. */
const KEEP = 600_000;

/** A retroactive declaration can be withdrawn while its month is open, plus one day. */
function forgetPast(draft: GroupDraft): void {
  const { now } = draft;
  const month = bucketStart(now, 'month', HOME_ZONE);
  draft.silences = draft.silences.filter(({ to }) => to > now);
  draft.declared = draft.declared.filter(
    ({ type, to, retroactive, at = 0 }) =>
      type !== 'once' || to > now - KEEP || (retroactive && (to > month || at > now - DAY)),
  );
}

/** Beyond the limit, the oldest ids are forgotten. Commands older than those are then ignored. */
function remember(draft: GroupDraft, outcomes: readonly CommandOutcome[]): void {
  const readAgain = commandsAfter(draft.foldedBefore);
  const known = [...draft.commands, ...outcomes.map(({ command }) => command)]
    .filter((id) => id > readAgain)
    .sort();
  const kept = known.slice(-COMMAND_LIMITS.remembered);
  draft.commandsThrough = known[known.length - kept.length - 1] ?? draft.commandsThrough;
  draft.commands = kept;
}

function fold(draft: GroupDraft, command: Command): Refusal | undefined {
  const { action } = command;
  switch (action.type) {
    case 'acknowledge':
      return acknowledge(draft, command, action);
    case 'unacknowledge':
      return unacknowledge(draft, command, action);
    case 'silence':
      return silence(draft, command, action);
    case 'unsilence':
      return unsilence(draft, command, action);
    case 'maintenance':
      return declare(draft, command, action);
    case 'end-maintenance':
      return withdraw(draft, command, action);
    case 'login-reset':
      return resetLogin(draft, command, action);
    case 'drill':
      return drill(draft, { ...action, ...command });
    case 'note':
    case 'withdraw-note':
    case 'update':
      return undefined;
  }
}

/** The first acknowledgement stays, because the time until somebody reacted is a figure. */
const acknowledge: Folder<'acknowledge'> = (draft, { by, at }, { outage }) => {
  const record = draft.outages[outage]?.record;
  if (!record) return 'no-such-outage';
  if (record.state === 'closed') return 'already-over';
  changeRecord(draft, outage, ({ acknowledged, firstAcknowledged }) => ({
    acknowledged: acknowledged ?? { by, at },
    firstAcknowledged: firstAcknowledged ?? acknowledged ?? { by, at },
  }));
  remark(draft, outage, { at, type: 'acknowledged', by });
  return undefined;
};

const unacknowledge: Folder<'unacknowledge'> = (draft, { by, at }, { outage }) => {
  const current = draft.outages[outage];
  if (!current) return 'no-such-outage';
  if (!current.record.acknowledged) return 'not-acknowledged';
  const { acknowledged: _, ...record } = current.record;
  draft.outages[outage] = { ...current, record };
  draft.touched.add(outage);
  remark(draft, outage, { at, type: 'unacknowledged', by });
  return undefined;
};

const silence: Folder<'silence'> = (draft, { by, at }, { silence: id, ...asked }) => {
  const { from, to, reason } = asked;
  const others = draft.silences.filter((other) => other.id !== id);
  if (to <= draft.now) return 'already-over';
  if (others.length >= COMMAND_LIMITS.silences) return 'too-many';
  const services = known(draft, asked.services);
  if (services.length === 0 && asked.services.length > 0) return 'no-such-service';
  draft.silences = [...others, { id, services, from, to, by, at, reason }];
  remarkAll(draft, services, { at, by, type: 'silenced', text: reason, until: to });
  return undefined;
};

const unsilence: Folder<'unsilence'> = (draft, { by, at }, { silence: id }) => {
  const lifted = draft.silences.find((one) => one.id === id);
  if (!lifted) return 'no-such-silence';
  draft.silences = draft.silences.filter((one) => one !== lifted);
  remarkAll(draft, lifted.services, { at, by, type: 'silence-lifted' });
  return undefined;
};

const declare: Folder<'maintenance'> = (draft, { by, at }, { window }) => {
  const others = draft.declared.filter(({ id }) => id !== window.id);
  if (others.length >= COMMAND_LIMITS.windows) return 'too-many';
  const services = known(draft, window.services);
  if (services.length === 0 && window.services.length > 0) return 'no-such-service';
  const past = pastOf(window, { declaredAt: draft.now, now: draft.now });
  const retroactive = past.length > 0 ? (true as const) : undefined;
  if (!rewrite(draft, past, { window: window.id, services })) return 'too-many';
  draft.declared = [...others, { ...window, services, by, at, ...defined({ retroactive }) }];
  remarkAll(draft, services, { at, by, type: 'maintenance-declared', text: window.reason });
  return undefined;
};

/** Days, or parts of days, of a window whose time is already counted. */
function pastOf(
  window: MaintenanceWindow,
  { declaredAt, now }: { readonly declaredAt: Instant; readonly now: Instant },
): readonly Stretch[] {
  if (window.type !== 'once') return [];
  const from = Math.max(window.from, earliestChange(declaredAt));
  return byDay({ from, to: Math.min(window.to, now) });
}

/**
 * Each day of each check must be read and rewritten, and waits in the state until then. Returns
 * false if too many wait. A waiting rewrite of the same window is replaced, because both have the
 * same key.
 */
function rewrite(
  draft: GroupDraft,
  days: readonly Stretch[],
  change: Pick<WindowChange, 'window' | 'withdrawn'> & { readonly services: readonly string[] },
): boolean {
  if (days.length === 0) return true;
  const waiting = [...draft.base.outbox, ...draft.effects].filter(
    (effect) => effect.type === 'retroactive' && effect.window !== change.window,
  );
  const keys = new Set(waiting.map(effectKey));
  if (keys.size + days.length > COMMAND_LIMITS.pastDays) return false;
  for (const { from, to } of days) draft.effects.push({ type: 'retroactive', ...change, from, to });
  draft.rewrittenAt = draft.now;
  return true;
}

const withdraw: Folder<'end-maintenance'> = (draft, { by, at }, { window }) => {
  const found = draft.declared.find(({ id }) => id === window);
  if (!found) return 'no-such-window';
  const { services, retroactive, at: declaredAt = draft.now } = found;
  const past = retroactive ? pastOf(found, { declaredAt, now: draft.now }) : [];
  if (!rewrite(draft, past, { window, services, withdrawn: true })) return 'too-many';
  const others = draft.declared.filter(({ id }) => id !== window);
  draft.declared = others;
  remarkAll(draft, services, { at, by, type: 'maintenance-withdrawn' });
  return undefined;
};

const resetLogin: Folder<'login-reset'> = (draft, _command, { service }) => {
  if (!draft.context.services.includes(service)) return 'no-such-service';
  const { loginStoppedSince: _, ...rest } = serviceOf(draft, service);
  draft.services[service] = rest;
  for (const { id } of draft.context.checksOf.get(service) ?? []) forget(draft, id);
  return undefined;
};

/** Each named service of the group, once. */
function known({ context }: GroupDraft, named: readonly string[]): readonly string[] {
  return context.services.filter((id) => named.includes(id));
}

/** Records on each current outage of these services who changed its notices. */
function remarkAll(draft: GroupDraft, about: readonly string[], entry: TimelineEntry): void {
  for (const [id, { phase, record }] of Object.entries(draft.outages)) {
    if (phase !== 'closed' && concerns(record, about)) remark(draft, id, entry);
  }
}

/** Adds an entry by a person. It never replaces an observation. */
function remark(draft: GroupDraft, outage: string, entry: TimelineEntry): void {
  const remarks = draft.outages[outage]?.record.timeline.filter((one) => 'by' in one) ?? [];
  if (remarks.length < COMMAND_LIMITS.remarks) note(draft, outage, entry);
}
