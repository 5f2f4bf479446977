import { defined } from '#core/defined';
import { arrivalLink } from '#core/notice/drill-arrival';
import {
  addressLines,
  cleanSubject,
  emailSubject,
  emailText,
  serviceName,
  stageMark,
} from '#core/notice/email';
import { outageFacts, type ServiceChange } from '#core/notice/facts';
import type { AttentionKind } from '#core/notice/matter';
import type { Notice, Severity } from '#core/notice/notice';
import { composeSms, type SmsType } from '#core/notice/sms';
import { wordsOf } from '#core/notice/texts/languages';
import type { Audience } from '#core/outage/hearing';
import { goingOn, type Outage } from '#core/outage/outage';
import { partOf } from '#core/outage/outage-part';
import type { OutageNoticeType } from '#core/outage/telling';
import type { Certificates } from '#core/run/certificates';
import { kstDate, kstSecond } from '#core/time/kst';
import type { Instant } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';
import type { Texts } from '#core/watch/configuration';

/** Input of one message about an outage. */
export interface NoticeOrder {
  readonly outage: Outage;
  readonly seq: number;
  readonly type: OutageNoticeType;
  readonly at: Instant;
  /** The services that joined or work again, for `updated`. */
  readonly change?: ServiceChange;
  /** It failed again after its closing notice. */
  readonly again?: boolean;
  readonly to?: Audience;
  /** Severities of the opening notice, the gravest first. Absent: only `critical`. */
  readonly severities?: readonly Severity[];
  /** Only for phones that asked to ring again after this time. */
  readonly remindAfterSeconds?: number;
  /** A more severe service joined. */
  readonly graver?: boolean;
}

export interface NoticeContext {
  readonly catalogue: Catalogue;
  readonly texts: Texts;
  /** Address of the history API, without a trailing slash. Empty if unknown. */
  readonly apiUrl: string;
  readonly stage: string;
}

/** Input of one message to the engineers. */
export interface AttentionOrder {
  readonly group: string;
  readonly seq: number;
  readonly at: Instant;
  readonly kind: AttentionKind;
  readonly services: readonly string[];
  /** One English sentence, without secrets or personal data. */
  readonly detail: string;
  /** Those that expire soon. */
  readonly certificates?: Certificates;
}

/** Notices for phones have the severity of the opening, so the same people hear begin and end. */
function severityOf(
  { severities = [] }: NoticeOrder,
  rings: boolean,
): Partial<Notice> & HasSeverity {
  const [gravest = 'critical', ...others] = severities;
  if (!rings) return { severity: 'warning' };
  return { severity: gravest, ...(others.length > 0 ? { severities } : {}) };
}

type HasSeverity = Pick<Notice, 'severity'>;

/** Services that are down now. After the end, all that were down. In the catalogue's order. */
function servicesOf(outage: Outage, catalogue: Catalogue): readonly string[] {
  const concerned = outage.incidents.filter(
    ({ endedBetween, goesOnAs }) =>
      goesOnAs === undefined && (outage.state === 'closed' || endedBetween === undefined),
  );
  const ids = new Set((concerned.length > 0 ? concerned : outage.incidents).map((i) => i.service));
  return inOrder([...ids], catalogue);
}

function inOrder(ids: readonly string[], { services }: Catalogue): readonly string[] {
  const known = services.map(({ id }) => id);
  return ids.toSorted((a, b) => known.indexOf(a) - known.indexOf(b));
}

function changeOf({ added, removed }: ServiceChange, catalogue: Catalogue): ServiceChange {
  return { added: inOrder(added, catalogue), removed: inOrder(removed, catalogue) };
}

function smsNames(services: readonly string[], context: NoticeContext): readonly string[] {
  return services.map((id) => {
    const service = context.catalogue.services.find((candidate) => candidate.id === id);
    return (context.texts.language === 'ko' ? service?.shortName : service?.nameEn) ?? id;
  });
}

function smsTypeOf({ type, remindAfterSeconds }: NoticeOrder): SmsType | undefined {
  if (type === 'reminder') return remindAfterSeconds === undefined ? undefined : type;
  return type === 'updated' ? undefined : type;
}

/**
 * Turns an outage into one message. Email for every notice. SMS for the opening, the end, and a
 * recurrence after the closing notice, because a phone that heard 복구 would believe it.
 */
export function composeNotice(order: NoticeOrder, context: NoticeContext): Notice {
  const { outage, seq, type, at } = order;
  const { catalogue, texts, apiUrl, stage } = context;
  const words = wordsOf(texts.language);
  const services = servicesOf(outage, catalogue);
  const drill = outage.drill === true;
  const id = `${outage.id}#${seq}`;
  const again = order.again === true;
  const part = partOf(outage, services);
  const link = linkOf(order, apiUrl);
  const change = defined({ change: order.change && changeOf(order.change, catalogue) });
  const email = {
    id,
    type,
    outage,
    at,
    services,
    catalogue,
    texts,
    apiUrl,
    stage,
    drill,
    again,
    own: order.to?.whole === false,
    graver: order.graver === true,
    ...change,
    ...defined({ link }),
  };
  const sms = again ? 'reopened' : smsTypeOf(order);
  return {
    id,
    outage: outage.id,
    seq,
    type,
    group: outage.group,
    services,
    // Drills use the real severity, so subscribed phones ring.
    ...severityOf(order, sms !== undefined),
    at,
    ...defined({
      only: outage.drillChannel,
      remindAfterSeconds: order.remindAfterSeconds,
      to: order.to,
      again: again || undefined,
    }),
    facts: { about: 'outage', outage: outageFacts(outage), ...change },
    ...(sms && { sms: smsOf(order, { part, type: sms, services, link }, context) }),
    subject: emailSubject({ ...email, outage: part }, words),
    text: emailText(email, words),
  };
}

interface SmsParts {
  /** The outage as the services of the notice have it. */
  readonly part: Outage;
  readonly type: SmsType;
  readonly services: readonly string[];
  readonly link: string | undefined;
}

function smsOf(
  { outage, at }: NoticeOrder,
  { part, type, services, link = '' }: SmsParts,
  context: NoticeContext,
): string {
  const { catalogue, texts, stage } = context;
  const sms = {
    outage: part,
    type,
    at,
    names: smsNames(services, context),
    still: smsNames(inOrder(goingOn(outage), catalogue), context),
    displayName: texts.displayName,
    drill: outage.drill === true,
    mark: stageMark(stage),
  };
  return [composeSms(sms, wordsOf(texts.language)), link].filter(Boolean).join('\n');
}

/** Of a drill, in its first notice. */
function linkOf({ outage, type }: NoticeOrder, apiUrl: string): string | undefined {
  if (outage.drillCode === undefined || type !== 'opened' || apiUrl === '') return undefined;
  return arrivalLink(apiUrl, outage.drillCode);
}

/** Writes an attention as an email; never an SMS. */
export function composeAttention(order: AttentionOrder, context: NoticeContext): Notice {
  const { group, seq, at, kind, services, detail: reason, certificates } = order;
  const words = wordsOf(context.texts.language);
  const { labels, tags } = words;
  const { what, todo } = words.attention[kind];
  const tag = [stageMark(context.stage), tags.attention].filter(Boolean).join(' ');
  const names = services.map((id) => serviceName(context.catalogue, id, words));
  const outage = `${group}-attention`;
  const id = `${outage}-${kind}#${seq}`;
  return {
    id,
    outage,
    seq,
    type: 'attention',
    group,
    services,
    severity: 'attention',
    at,
    facts: { about: 'attention', matter: { kind, reason, ...defined({ certificates }) } },
    subject: cleanSubject(`[${tag}] ${names.join(', ') || group}: ${what}`),
    text: [
      labels.noOutage,
      '',
      `${labels.what}: ${what}`,
      `${labels.since}: ${kstDate(at)} ${kstSecond(at)} (KST)`,
      `${labels.concerned}: ${names.join(', ') || labels.none}`,
      `${labels.detail}: ${words.detail({ kind, reason, ...defined({ certificates }) })}`,
      `${labels.todo}: ${todo}`,
      '',
      ...addressLines(context, words),
      `${labels.notice}: ${id}`,
    ].join('\n'),
  };
}
