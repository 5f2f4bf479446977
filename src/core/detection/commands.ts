import { forget } from '#core/detection/attention';
import type { Command, CommandAction } from '#core/detection/command';
import { type GroupDraft, odd, serviceOf } from '#core/detection/group-draft';
import { changeOutage, changeRecord, freshId, note } from '#core/detection/outages';
import { tell } from '#core/detection/tell';
import type { Incident, Outage } from '#core/outage/outage';
import type { Instant } from '#core/time/time';

type Folder<Type extends CommandAction['type']> = (
  draft: GroupDraft,
  command: Command,
  action: Extract<CommandAction, { readonly type: Type }>,
) => void;

/** What people ask for through the API, with who and when. */
export function foldCommands(draft: GroupDraft, commands: readonly Command[]): void {
  for (const command of commands) {
    if (draft.commands.includes(command.id)) continue;
    draft.commands = [...draft.commands, command.id];
    fold(draft, command);
  }
  if (draft.commands.length > 0) {
    const readAgain = commandsAfter(draft.foldedBefore);
    draft.commands = draft.commands.filter((id) => id > readAgain);
  }
  draft.silences = draft.silences.filter(({ to }) => to > draft.now);
  draft.declared = draft.declared.filter(
    ({ type, to }) => type !== 'once' || to > draft.now - KEEP,
  );
  draft.windows = [...draft.context.configuration.maintenance, ...draft.declared];
}

/** Id below those of all commands given at `at` or later. */
export function commandsAfter(at: Instant): string {
  return String(Math.max(0, at)).padStart(13, '0');
}

/** Runs scheduled inside a window may still come in for a while after it. */
const KEEP = 600_000;

function fold(draft: GroupDraft, command: Command): void {
  const { action } = command;
  switch (action.type) {
    case 'acknowledge':
      return acknowledge(draft, command, action);
    case 'note':
      return addNote(draft, command, action);
    case 'silence':
      draft.silences = [
        ...draft.silences.filter(({ id }) => id !== action.silence),
        { id: action.silence, services: action.services, from: action.from, to: action.to },
      ];
      return remark(draft, command, { type: 'silenced', text: action.reason });
    case 'unsilence':
      draft.silences = draft.silences.filter(({ id }) => id !== action.silence);
      return remark(draft, command, { type: 'silence-lifted' });
    case 'maintenance':
      draft.declared = [
        ...draft.declared.filter(({ id }) => id !== action.window.id),
        action.window,
      ];
      return remark(draft, command, { type: 'maintenance-declared', text: action.window.reason });
    case 'end-maintenance':
      draft.declared = draft.declared.filter(({ id }) => id !== action.window);
      return remark(draft, command, { type: 'maintenance-withdrawn' });
    case 'login-reset':
      return resetLogin(draft, command, action);
    case 'drill':
      return drill(draft, command, action);
  }
}

const acknowledge: Folder<'acknowledge'> = (draft, { by, at }, { outage }) => {
  if (!draft.outages[outage]) return unknownOutage(draft, outage);
  changeRecord(draft, outage, () => ({ acknowledged: { by, at } }));
  note(draft, outage, { at, type: 'acknowledged', by });
};

const addNote: Folder<'note'> = (draft, { by, at }, { outage, text }) => {
  if (!draft.outages[outage]) {
    draft.effects.push({ type: 'late-note', outage, note: { by, at, text } });
    return;
  }
  changeRecord(draft, outage, ({ notes }) => ({ notes: [...notes, { by, at, text }] }));
  note(draft, outage, { at, type: 'note', by, text });
};

const resetLogin: Folder<'login-reset'> = (draft, _command, { service }) => {
  const { loginStoppedSince: _, ...rest } = serviceOf(draft, service);
  draft.services[service] = rest;
  for (const { id } of draft.context.checksOf.get(service) ?? []) forget(draft, id);
};

function unknownOutage(draft: GroupDraft, outage: string): void {
  odd(draft, `command ${outage}`, `A command is about ${outage}, which is not current.`);
}

type Remark =
  | { readonly type: 'silenced' | 'maintenance-declared'; readonly text: string }
  | { readonly type: 'silence-lifted' | 'maintenance-withdrawn' };

/** Keeps on the record of every current outage who changed what is told about it. */
function remark(draft: GroupDraft, { by, at }: Command, what: Remark): void {
  for (const [id, { phase }] of Object.entries(draft.outages)) {
    if (phase !== 'closed') note(draft, id, { at, by, ...what });
  }
}

/** A rehearsal: an opening and a closing notice that say so, over the real channels. */
const drill: Folder<'drill'> = (draft, { by, at }) => {
  const { group, services } = draft.context;
  const id = freshId(draft, `${group}-drill`, at);
  const record = drillRecord({ id, group, at, by, services: services.slice(0, 1) });
  draft.outages[id] = { record, phase: 'closed', askedAt: at, seq: 0, spans: [] };
  tell(draft, id, { type: 'opened' });
  const endedBetween = { after: at, by: at };
  changeRecord(draft, id, ({ incidents }) => ({
    state: 'closed',
    incidents: incidents.map((one): Incident => ({ ...one, endedBetween })),
    endedBetween,
    closedAt: at,
  }));
  tell(draft, id, { type: 'closed' });
  changeOutage(draft, id, { told: [] });
};

interface DrillFacts {
  readonly id: string;
  readonly group: string;
  readonly at: number;
  readonly by: string;
  readonly services: readonly string[];
}

function drillRecord({ id, group, at, by, services }: DrillFacts): Outage {
  const startedBetween = { after: at, by: at };
  return {
    schema: 1,
    id,
    group,
    state: 'open',
    drill: true,
    cause: {
      layer: 'data',
      kind: 'timeout',
      confidence: 'unclear',
      shared: false,
      databaseText: false,
    },
    incidents: services.map((service) => ({
      service,
      startedBetween,
      layer: 'data',
      kind: 'timeout',
      databaseText: false,
      passedLayers: ['host', 'static'],
      runs: [],
      evidence: [],
    })),
    unaffected: [],
    startedBetween,
    openedAt: at,
    downSeconds: 0,
    recurrences: 0,
    notes: [],
    timeline: [{ at, type: 'drill', by }],
  };
}
