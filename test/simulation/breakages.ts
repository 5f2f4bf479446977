import type { Effect } from '#core/detection/effects';
import type { OutageState } from '#core/detection/group-state';
import { FIRST_CHANNEL } from '#core/notice/ledger';
import type { Breakage } from './simulation.ts';

/** Designs that lose or double messages. The simulation is worth something only if it sees each of them. */
export const BREAKAGES: Readonly<Record<string, Breakage>> = {
  /** A row is marked as sent before the notice is. */
  'mark-before-send': (ports) => ({
    ...ports,
    ledger: {
      ...wrapped(ports.ledger),
      claim: async (row) => {
        if (!(await ports.ledger.claim(row))) return false;
        await ports.ledger.update({ ...row, state: 'sent' });
        return true;
      },
    },
  }),

  /** Effects are not part of what is committed. */
  'outbox-dropped': (ports) => ({
    ...ports,
    groups: {
      ...wrapped(ports.groups),
      commit: (state) => ports.groups.commit({ ...state, outbox: [] }),
    },
  }),

  /** Any claim of a notice succeeds. */
  'claim-not-conditional': (ports) => ({
    ...ports,
    ledger: {
      ...wrapped(ports.ledger),
      claim: async () => true,
    },
  }),

  /** Nothing is remembered of what was sent. */
  'never-marked': (ports) => ({
    ...ports,
    ledger: { ...wrapped(ports.ledger), update: async (row) => row },
  }),

  /** What may have been sent is taken for sent. */
  'unanswered-is-sent': (ports) => ({
    ...ports,
    channels: ports.channels.map((channel) => ({
      ...channel,
      send: async (notice, route) => {
        try {
          return await channel.send(notice, route);
        } catch {
          return 'unknown';
        }
      },
    })),
  }),

  /** What one channel has sent is taken for sent on every channel. */
  'one-row-for-all': (ports) => ({
    ...ports,
    channels: ports.channels.map((channel) => ({ ...channel, name: FIRST_CHANNEL })),
  }),

  /** Failures count, however close together. */
  'span-ignored': (ports) => ({
    ...ports,
    configuration: {
      ...ports.configuration,
      rules: { ...ports.configuration.rules, lastsSeconds: { together: 0, alone: 0 } },
    },
  }),

  /** Nobody keeps what the subscribers of one service have heard. */
  'hearing-forgotten': (ports) => ({
    ...ports,
    groups: {
      ...wrapped(ports.groups),
      commit: (state) =>
        ports.groups.commit({ ...state, outages: each(state.outages, withoutHearing) }),
    },
  }),

  /** Notices for some go to all. */
  'audience-dropped': (ports) => ({
    ...ports,
    groups: {
      ...wrapped(ports.groups),
      commit: (state) => ports.groups.commit({ ...state, outbox: state.outbox.map(toAll) }),
    },
  }),

  /** The end of watching reads as recovery. */
  'unwatched-is-recovery': (ports) => ({
    ...ports,
    channels: ports.channels.map((channel) => ({
      ...channel,
      send: (notice, route) => {
        const { sms } = notice;
        const text = sms?.replace('모니터링 종료', '복구');
        return channel.send(text === undefined ? notice : { ...notice, sms: text }, route);
      },
    })),
  }),
};

function each<T>(record: Readonly<Record<string, T>>, change: (value: T) => T) {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value)]));
}

function withoutHearing(outage: OutageState): OutageState {
  return { ...outage, heard: {} };
}

function toAll(effect: Effect): Effect {
  if (effect.type !== 'notice') return effect;
  const { to: _, ...notice } = effect.notice;
  return { ...effect, notice };
}

/** A proxy has no properties of its own to spread. */
function wrapped<Port extends object>(port: Port): Port {
  return Object.fromEntries(
    Reflect.ownKeys(port).map((key) => [key, Reflect.get(port, key)]),
  ) as Port;
}
