import { noticeContext } from '#core/detection/context';
import { type GroupDraft, serviceOf } from '#core/detection/group-draft';
import type { HeldMatter, Sample } from '#core/detection/group-state';
import { composeAttention } from '#core/notice/compose-notice';
import type { AttentionKind } from '#core/notice/matter';
import type { Certificates } from '#core/run/certificates';
import type { Result } from '#core/run/result';
import { SECRET_MISSING } from '#core/run/secret';
import { ATTENTION_KINDS } from '#core/run/verdict';
import { DAY, HOUR, type Instant, SECOND } from '#core/time/time';
import { defined } from '../defined.ts';

/** Days before expiry when engineers get a message, once for each. */
const CERTIFICATE_DAYS = [7, 21];

export interface Attention {
  /** Check or service. For certificates, the host. */
  readonly about: string;
  readonly service: string;
  readonly kind: AttentionKind;
  /** Separates matters that are raised separately, such as 21 and 7 days. */
  readonly mark?: string;
  readonly detail: string;
  /** The certificates that expire soon. */
  readonly certificates?: Certificates;
  /** Raised again after a day if it still lasts. */
  readonly daily: boolean;
}

/** Shortest time between two messages about a flapping matter. */
const QUIET_MS = HOUR;

/** Raises a matter for engineers unless it is already raised or was raised shortly before. */
export function raise(draft: GroupDraft, attention: Attention): void {
  const { about, service, kind, mark = '', detail, daily } = attention;
  const key = `${about} ${kind}${mark}`;
  const raised = draft.attentions[key];
  if (raised && (raised.again === null || draft.now < raised.again)) return;
  const known = isKnownOf(draft, attention);
  draft.attentions[key] = { at: draft.now, again: daily ? draft.now + DAY : null };
  if (known) return;
  const held = draft.matters[kind] ?? { services: [], detail };
  const { certificates } = attention;
  if (held.services.includes(service) && !certificates) return;
  draft.matters[kind] = {
    ...held,
    services: [...new Set([...held.services, service])],
    detail,
    ...defined({ certificates: certificates && { ...held.certificates, ...certificates } }),
  };
}

/** Another check of the service has already raised the same matter. */
function isKnownOf(draft: GroupDraft, { about, service, kind, mark = '' }: Attention): boolean {
  return (draft.context.checksOf.get(service) ?? []).some(({ id }) => {
    const other = draft.attentions[`${id} ${kind}${mark}`];
    return id !== about && other !== undefined && draft.now < (other.again ?? 0);
  });
}

/** The matter is over. If it comes back soon, no message is sent again. */
export function clear(draft: GroupDraft, about: string, kind: AttentionKind): void {
  clearKeys(draft, `${about} ${kind}`);
}

/** Forgets the matter, so that the next time sends a message at once. */
export function forget(draft: GroupDraft, about: string): void {
  for (const key of Object.keys(draft.attentions)) {
    if (key.startsWith(`${about} `)) delete draft.attentions[key];
  }
}

function clearKeys(draft: GroupDraft, prefix: string, quiet = QUIET_MS): void {
  for (const key in draft.attentions) {
    const raised = draft.attentions[key];
    if (!raised || raised.cleared || !key.startsWith(prefix)) continue;
    // A one-time matter, such as a certificate, flaps where machines show different certificates.
    const again = Math.min(raised.again ?? raised.at + DAY, draft.now + quiet);
    draft.attentions[key] = { ...raised, again, cleared: true };
  }
}

/** Raises matters for engineers from a result. The alarm is handled elsewhere. */
export function heedResult(draft: GroupDraft, result: Result, sample: Sample): void {
  const { check, service } = result;
  if (sample.mark === 'passed') clearKeys(draft, `${check} `);
  for (const [host, days] of certificatesOf(draft, result)) {
    heedCertificate(draft, { service, host, days });
  }
  if (result.kind === 'login-rejected') stopLogins(draft, service, sample.to);
  const kind = attentionKindOf(result);
  if (kind) raise(draft, { about: check, service, kind, detail: result.reason, daily: true });
}

function attentionKindOf({ kind, rule }: Result): AttentionKind | undefined {
  if (rule === SECRET_MISSING) return 'monitor-fault';
  return ATTENTION_KINDS.find((each) => each === kind);
}

/** Reads the format of an older version, which stored one certificate, that of the first host. */
function certificatesOf(
  { context }: GroupDraft,
  { service, certificates, certificateDays }: Result,
): readonly (readonly [host: string, days: number])[] {
  if (certificates) return Object.entries(certificates);
  if (certificateDays === undefined) return [];
  const { targets } = context.configuration.catalogue;
  const { baseUrl = service } = targets.find((target) => target.service === service) ?? {};
  return [[baseUrl.replace(/^https?:\/\//, ''), certificateDays]];
}

interface SeenCertificate {
  readonly service: string;
  readonly host: string;
  readonly days: number;
}

function heedCertificate(draft: GroupDraft, { service, host, days }: SeenCertificate): void {
  const limit = CERTIFICATE_DAYS.find((each) => days <= each);
  if (limit === undefined) return clearKeys(draft, `${host} certificate`, DAY);
  const certificates = { [host]: days };
  const held = draft.matters.certificate;
  // No message yet: of two certificates, the first to expire is named.
  if (held?.certificates && days < (held.certificates[host] ?? days)) {
    draft.matters.certificate = {
      ...held,
      certificates: { ...held.certificates, ...certificates },
    };
  }
  if (wasToldToday(draft, host)) return;
  const detail = `The certificate of ${host} expires in ${days} days.`;
  const mark = `${limit}`;
  raise(draft, {
    about: host,
    service,
    kind: 'certificate',
    mark,
    detail,
    certificates,
    daily: false,
  });
}

/** A stricter limit may follow within minutes. One certificate causes one email a day. */
function wasToldToday(draft: GroupDraft, host: string): boolean {
  return CERTIFICATE_DAYS.some((limit) => {
    const raised = draft.attentions[`${host} certificate${limit}`];
    return raised !== undefined && draft.now < raised.at + DAY;
  });
}

function stopLogins(draft: GroupDraft, id: string, at: Instant): void {
  const service = serviceOf(draft, id);
  if (service.loginStoppedSince !== undefined) return;
  draft.services[id] = { ...service, loginStoppedSince: at };
}

/**
 * One message for each kind, with all its services. Services that join shortly after wait for the
 * next message.
 */
export function composeMatters(draft: GroupDraft): void {
  const pause = draft.context.configuration.rules.groupIntervalSeconds * SECOND;
  for (const kind of Object.keys(draft.matters) as AttentionKind[]) {
    const held = draft.matters[kind];
    if (!held || draft.now < (held.toldAt ?? 0) + pause) continue;
    if (held.services.length === 0) delete draft.matters[kind];
    else compose(draft, kind, held);
  }
  for (const key in draft.attentions) {
    const raised = draft.attentions[key];
    if (raised?.cleared && draft.now >= (raised.again ?? 0)) delete draft.attentions[key];
  }
}

function compose(
  draft: GroupDraft,
  kind: AttentionKind,
  { services, detail, certificates }: HeldMatter,
): void {
  const { group } = draft.context;
  draft.attentionSeq += 1;
  const notice = composeAttention(
    {
      group,
      seq: draft.attentionSeq,
      at: draft.now,
      kind,
      services,
      detail,
      ...defined({ certificates }),
    },
    noticeContext(draft.context),
  );
  draft.effects.push({ type: 'notice', notice });
  draft.matters[kind] = { services: [], detail, toldAt: draft.now };
}
