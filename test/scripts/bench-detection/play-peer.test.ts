import { describe, expect, it } from 'vitest';
import type { Scenario, ScenarioFault } from '#core/scenario/scenario';
import { MINUTE, SECOND } from '#core/time/time';
import { seededRandom } from '#local/simulate/random';
import { checkly } from '../../../scripts/bench-detection/peers/checkly.ts';
import { gatus } from '../../../scripts/bench-detection/peers/gatus.ts';
import type { PeerModel } from '../../../scripts/bench-detection/peers/peer.ts';
import { upptime } from '../../../scripts/bench-detection/peers/upptime.ts';
import { uptimeKuma } from '../../../scripts/bench-detection/peers/uptime-kuma.ts';
import { playPeer } from '../../../scripts/bench-detection/play-peer.ts';

const SERVICES = ['a', 'b', 'c', 'd', 'e', 'f'];
const BEGIN = 30 * MINUTE;

function heard(model: PeerModel, fault: Partial<ScenarioFault>, lastsMs: number) {
  const to = BEGIN + lastsMs;
  const faults: ScenarioFault[] = [
    { services: SERVICES, from: BEGIN, to, mode: 'http-503', share: 1, ...fault },
  ];
  const scenario: Scenario = { name: 'x', from: 0, to: 180 * MINUTE, services: SERVICES, faults };
  const { messages } = playPeer(model, scenario, seededRandom(7));
  const after = (says: string, since: number) =>
    messages.filter((one) => one.says === says).map(({ at }) => (at - since) / SECOND);
  return { down: after('down', BEGIN), up: after('up', to) };
}

describe('a history through a model', () => {
  it('sends one message a service for a hang, between the bounds of three checks', () => {
    const { down, up } = heard(gatus, { mode: 'hang' }, 6 * MINUTE);
    expect(down).toHaveLength(6);
    expect(up).toHaveLength(6);
    for (const at of down) {
      expect(at).toBeGreaterThanOrEqual(130);
      expect(at).toBeLessThanOrEqual(190);
    }
    for (const at of up) {
      expect(at).toBeGreaterThanOrEqual(60);
      expect(at).toBeLessThanOrEqual(121);
    }
  });

  it('sends nothing where retries outlast the fault', () => {
    expect(heard(checkly, {}, 50 * SECOND).down).toEqual([]);
  });

  it('requests one site after another if the model does, so the last is told late', () => {
    const { down } = heard(upptime, { mode: 'hang' }, 60 * MINUTE);
    expect(down).toHaveLength(6);
    expect(Math.max(...down) - Math.min(...down)).toBeGreaterThan(5 * 190);
  });

  it('takes a slow page that comes before the timeout as passed', () => {
    expect(heard(uptimeKuma, { mode: 'slow', ms: 9_000 }, 10 * MINUTE).down).toEqual([]);
    expect(heard(uptimeKuma, { mode: 'slow', ms: 60_000 }, 10 * MINUTE).down).toHaveLength(6);
  });

  it('leaves services alone that the fault does not touch', () => {
    expect(heard(gatus, { services: ['b'] }, 10 * MINUTE).down).toHaveLength(1);
  });
});
