import { randomUUID } from 'node:crypto';
import { UnknownNameError } from '#core/errors';
import type { PlainCredentials } from '#core/run/secret';
import { DAY, type Instant } from '#core/time/time';
import type { Catalogue, Target } from '#core/watch/catalogue';
import { checkedWith } from '#core/watch/shared-checks';
import { type Certificate, makeCertificate } from '#local/portals/certificate';
import type { FaultController, PortalFault } from '#local/portals/fault-controller';
import { PortalServer } from '#local/portals/portal-server';
import { WaitingRoom } from '#local/portals/waiting-room';
import { journeys as knownJourneys } from '#portals/registry';
import { Accounts } from '#portals/simulated/accounts';
import type { SimulatedSites } from '#portals/simulated/simulated-sites';
import { sites as knownSites } from '#portals/simulated-portals';
import type { JourneyBook } from '#portals/steps/journey-book';

export interface PortalsOptions {
  readonly catalogue: Catalogue;
  /** By service. Missing ones get test values. */
  readonly credentials?: Readonly<Record<string, PlainCredentials>>;
  /** Portals of other operators than the known ones. */
  readonly operators?: { readonly sites: SimulatedSites; readonly journeys: JourneyBook };
  /** The time on the pages. A replay passes its virtual clock. Default: the real time. */
  readonly now?: () => Instant;
  /** For HTTPS. Absent: HTTP, which everybody who knows no authority of ours can read. */
  readonly certificate?: Certificate;
}

const KNOWN = { sites: knownSites, journeys: knownJourneys };

/** The simulated portals of a catalogue, running. */
export interface Portals {
  /** The same services and checks, with targets and controls on the simulated servers. */
  readonly catalogue: Catalogue;
  /** Credentials of the service's account. Throws UnknownNameError. */
  credentials(service: string): PlainCredentials;
  /** One portal has one fault, so services with the same screens share it. */
  readonly faults: FaultController;
  /** Ends all listeners and connections at once. */
  stop(): Promise<void>;
}

function testCredentials({ login }: Target, index: number, flows: JourneyBook): PlainCredentials {
  const asks = flows.logins.get(login)?.asks ?? [];
  return {
    ...Object.fromEntries(asks.map(({ name, example }) => [name, example])),
    userId: `0000202407${String(18 + index).padStart(4, '0')}`,
    password: `Moui!${4_207 + index * 31}#sim`,
  };
}

function expiredCertificate(now: number) {
  return makeCertificate({
    commonName: 'Bonghwa simulated portal (TEST ONLY, expired)',
    hosts: ['127.0.0.1', 'localhost'],
    notBefore: now - 400 * DAY,
    notAfter: now - 3 * DAY,
  });
}

/**
 * Starts one server for each set of screens and one for each control, each on a free loopback port.
 */
export async function startPortals(options: PortalsOptions): Promise<Portals> {
  const { catalogue, credentials, now = Date.now } = options;
  const { sites, journeys } = options.operators ?? KNOWN;
  const certificates = { own: options.certificate, expired: expiredCertificate(Date.now()) };
  const everyTarget = [...catalogue.targets, ...catalogue.controls];
  const accounts = new Map(
    everyTarget.map((target, index) => [
      target.service,
      credentials?.[target.service] ?? testCredentials(target, index, journeys),
    ]),
  );
  const account = (service: string) => known(accounts, service);
  const portalOf = (service: string) => checkedWith(catalogue, service) ?? service;
  const served = everyTarget.filter(({ service }) => portalOf(service) === service);
  const servers = new Map(
    served.map((target) => {
      const service = catalogue.services.find(({ id }) => id === target.service);
      const look = sites.lookOf(target.service, service?.name ?? target.service);
      const site = sites.siteOf({
        target,
        accounts: new Accounts(account(target.service), randomUUID),
        frame: () => ({ look, at: now() }),
      });
      return [target.service, new PortalServer(site, new WaitingRoom(Date.now), certificates)];
    }),
  );
  await Promise.all([...servers.values()].map((server) => server.start()));
  const moved = (target: Target): Target => ({
    ...target,
    baseUrl: known(servers, portalOf(target.service)).origin,
    alsoHosts: [],
  });
  const setFault = async (service: string, fault: PortalFault) => {
    const server = known(servers, portalOf(service));
    server.faults.set(fault);
    await server.applyFault();
  };
  return {
    catalogue: {
      ...catalogue,
      targets: catalogue.targets.map(moved),
      controls: catalogue.controls.map(moved),
    },
    credentials: account,
    faults: { set: setFault, clear: (service) => setFault(service, { mode: 'ok' }) },
    stop: async () => {
      await Promise.all([...servers.values()].map((server) => server.stop()));
    },
  };
}

function known<T>(things: ReadonlyMap<string, T>, service: string): T {
  const thing = things.get(service);
  if (thing !== undefined) return thing;
  throw new UnknownNameError(
    {
      en: `There is no simulated portal for the service "${service}".`,
      ko: `서비스 "${service}"의 모의 포털이 없습니다.`,
    },
    {
      en: `Use one of: ${[...things.keys()].join(', ')}.`,
      ko: `다음 중 하나를 쓰십시오: ${[...things.keys()].join(', ')}.`,
    },
  );
}
