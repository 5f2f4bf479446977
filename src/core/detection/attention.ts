import { composeAttention } from '#core/compose-notice';
import { type Draft, serviceOf } from '#core/detection/draft';
import type { Sample } from '#core/group-state';
import type { Result } from '#core/result';
import type { AttentionKind } from '#core/texts/words';
import { DAY, type Instant } from '#core/time';
import { ATTENTION_KINDS } from '#core/verdict';

/** Days before expiry at which engineers are told, once each. */
const CERTIFICATE_DAYS = [7, 21];

export interface Attention {
  /** Check or service. */
  readonly about: string;
  readonly service: string;
  readonly kind: AttentionKind;
  /** Tells apart what is raised separately, e.g. the 21 and the 7 days. */
  readonly mark?: string;
  readonly detail: string;
  /** Raised again after a day while it lasts. */
  readonly daily: boolean;
}

/** Raises a matter for engineers unless it is already raised. */
export function raise(draft: Draft, attention: Attention): void {
  const { about, service, kind, mark = '', detail, daily } = attention;
  const key = `${about} ${kind}${mark}`;
  const raised = draft.attentions[key];
  if (raised && (raised.again === null || draft.now < raised.again)) return;
  draft.attentions[key] = { at: draft.now, again: daily ? draft.now + DAY : null };
  const matter = draft.matters.get(kind) ?? { services: new Set<string>(), detail };
  matter.services.add(service);
  draft.matters.set(kind, matter);
}

export function clear(draft: Draft, about: string, kind: AttentionKind): void {
  const prefix = `${about} ${kind}`;
  for (const key of Object.keys(draft.attentions)) {
    if (key.startsWith(prefix)) delete draft.attentions[key];
  }
}

/** What a result means to engineers, beside what it means to the alarm. */
export function heedResult(draft: Draft, result: Result, sample: Sample): void {
  const { check, service, kind } = result;
  if (sample.mark === 'passed') clearPassed(draft, check);
  if (result.certificateDays !== undefined) heedCertificate(draft, result, result.certificateDays);
  if (kind === 'login-rejected') stopLogins(draft, service, sample.to);
  if (!kind || !ATTENTION_KINDS.includes(kind)) return;
  raise(draft, { about: check, service, kind, detail: result.reason, daily: true });
}

function clearPassed(draft: Draft, check: string): void {
  for (const key in draft.attentions) {
    if (key.startsWith(`${check} `)) {
      delete draft.attentions[key];
    }
  }
}

function heedCertificate(draft: Draft, { service }: Result, days: number): void {
  const limit = CERTIFICATE_DAYS.find((each) => days <= each);
  if (limit === undefined) return clear(draft, service, 'certificate');
  const detail = `The certificate expires in ${days} days.`;
  raise(draft, {
    about: service,
    service,
    kind: 'certificate',
    mark: `${limit}`,
    detail,
    daily: false,
  });
}

function stopLogins(draft: Draft, id: string, at: Instant): void {
  const service = serviceOf(draft, id);
  if (service.loginStoppedSince !== undefined) return;
  draft.services[id] = { ...service, loginStoppedSince: at };
}

/** One message a kind, whatever the number of services. */
export function composeMatters(draft: Draft): void {
  const { group, stage, configuration } = draft.context;
  const { catalogue, texts } = configuration;
  for (const [kind, { services, detail }] of draft.matters) {
    draft.attentionSeq += 1;
    const notice = composeAttention(
      { group, seq: draft.attentionSeq, at: draft.now, kind, services: [...services], detail },
      { catalogue, texts, stage },
    );
    draft.effects.push({ type: 'notice', notice });
  }
}
