import type { Effect } from '#core/detection/effects';
import type { OutageState } from '#core/detection/group-state';
import { FIRST_CHANNEL } from '#core/notice/ledger';
import type { Breakage } from './simulation.ts';

/** Designs that lose or double messages. The simulation must detect each of them. */
export const BREAKAGES: Readonly<Record<string, Breakage>> = {
  /** A row is marked as sent before its notice is sent. */
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

  /** Effects are not committed with the state. */
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

  /** Sent notices are not remembered. */
  'never-marked': (ports) => ({
    ...ports,
    ledger: { ...wrapped(ports.ledger), update: async (row) => row },
  }),

  /** A notice that may have been sent counts as sent. */
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

  /** A notice that one channel has sent counts as sent on every channel. */
  'one-row-for-all': (ports) => ({
    ...ports,
    channels: ports.channels.map((channel) => ({ ...channel, name: FIRST_CHANNEL })),
  }),

  /** Failures count even if they span no time. */
  'span-ignored': (ports) => ({
    ...ports,
    configuration: {
      ...ports.configuration,
      rules: { ...ports.configuration.rules, lastsSeconds: { together: 0, alone: 0 } },
    },
  }),

  /** The state does not keep what subscribers of one service have heard. */
  'hearing-forgotten': (ports) => ({
    ...ports,
    groups: {
      ...wrapped(ports.groups),
      commit: (state) =>
        ports.groups.commit({ ...state, outages: each(state.outages, withoutHearing) }),
    },
  }),

  /** Notices for some subscribers go to all. */
  'audience-dropped': (ports) => ({
    ...ports,
    groups: {
      ...wrapped(ports.groups),
      commit: (state) => ports.groups.commit({ ...state, outbox: state.outbox.map(toAll) }),
    },
  }),

  /** The end of watching is told as a recovery. */
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

/** A proxy has no own properties that a spread could copy. */
function wrapped<Port extends object>(port: Port): Port {
  return Object.fromEntries(
    Reflect.ownKeys(port).map((key) => [key, Reflect.get(port, key)]),
  ) as Port;
}
