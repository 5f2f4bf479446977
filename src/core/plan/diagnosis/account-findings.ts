import type { Deployment } from '#core/plan/deployment';
import {
  type AccountFacts,
  type ConcurrencyFacts,
  isUnanswered,
  type SecretFacts,
  type SecretState,
  type TickFacts,
} from '#core/plan/diagnosis/account-facts';
import { type AccountQuestion, accountQuestion } from '#core/plan/diagnosis/account-question';
import { bad, type Finding, good, unknown, warning } from '#core/plan/diagnosis/diagnosis-finding';
import type { Say } from '#core/plan/diagnosis/diagnosis-words';
import { smsFindings } from '#core/plan/diagnosis/sms-findings';
import { subscriptionFindings } from '#core/plan/diagnosis/subscription-findings';
import { type Instant, MINUTE } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';

const CLOCK_TOLERANCE_MS = 5_000;
/** CloudWatch counts an invocation within a few minutes. */
const COUNTED_WITHIN = 5 * MINUTE;

export interface AccountInput {
  readonly configuration: Configuration;
  readonly deployment: Deployment;
  readonly now: Instant;
  readonly account: AccountFacts | undefined;
}

/** What only the account can tell. Without credentials, what was not looked at. */
export function accountFindings(input: AccountInput, say: Say): readonly Finding[] {
  const { account, configuration, deployment } = input;
  if (!account) return notLooked(say);
  const question = accountQuestion(configuration, deployment);
  return [
    clock(account, say),
    ...subscriptionFindings(question.topics, account.topics, say),
    ...smsFindings(deployment, account.sms, say),
    ...arrivals(input, account, say),
    ...secrets(account.secrets, say),
    ...account.concurrency.map((facts) => concurrency(facts, question, say)),
    ...kept(account, say),
    ...ticks(account.ticks, input.now, say),
  ];
}

function clock({ clockAheadMs }: AccountFacts, say: Say): Finding {
  if (clockAheadMs === undefined) return unknown(say.clock, say.clockUnknown, say.runAgain);
  return Math.abs(clockAheadMs) <= CLOCK_TOLERANCE_MS
    ? good(say.clock, say.clockGood(CLOCK_TOLERANCE_MS / 1000))
    : warning(say.clock, say.clockAhead(Math.round(clockAheadMs / 1000)), say.setClock);
}

/** Only the owner of a phone knows that it rang. */
function arrivals(
  { deployment }: AccountInput,
  { arrived }: AccountFacts,
  say: Say,
): readonly Finding[] {
  const labels = deployment.subscribers.flatMap(({ label }) => label ?? []);
  if (labels.length === 0) return [];
  const about = say.arrivals;
  if (!arrived) return [unknown(about, say.arrivalsUnread, say.allowTable)];
  const missing = labels.filter((label) => !arrived.includes(label));
  return missing.length === 0
    ? [good(about, say.allArrived)]
    : [warning(about, say.neverArrived(missing.join(', ')), 'npx bonghwa drill')];
}

function secrets(all: readonly SecretFacts[], say: Say): readonly Finding[] {
  const troubles = all.flatMap(({ region, name, found }) => {
    if (isUnanswered(found)) {
      const says = say.refused(`${name} (${region})`, found.error);
      return [unknown(say.secrets, says, say.allow('secretsmanager:DescribeSecret'))];
    }
    if (found.state === 'set') return [];
    return [bad(say.secrets, say.secretUnset(name, region), remedyFor(name, found.state))];
  });
  return troubles.length === 0 ? [good(say.secrets, say.allSet)] : troubles;
}

/** The stacks make every secret but those of webhooks. */
function remedyFor(name: string, state: SecretState): string {
  const set = name.endsWith('/api-tokens')
    ? `npx bonghwa token create NAME --secret ${name}`
    : `npx bonghwa secret set ${nameOf(name)}`;
  return state === 'missing' && !name.includes('/webhook/') ? `npx cdk deploy --all; ${set}` : set;
}

/** Name for `secret set`: `bonghwa/<stage>/login/<service>`, `bonghwa/<stage>/webhook/<secret>`. */
function nameOf(secret: string): string {
  return secret.replace(/^bonghwa\/[^/]+\/(?:login\/)?/, '');
}

function concurrency(
  { region, limit }: ConcurrencyFacts,
  question: AccountQuestion,
  say: Say,
): Finding {
  const about = say.concurrency(region);
  if (isUnanswered(limit)) {
    return unknown(about, say.refused(region, limit.error), say.allow('lambda:GetAccountSettings'));
  }
  const needed = question.concurrency.find((each) => each.region === region)?.needed ?? 0;
  return limit.invocations < needed
    ? bad(about, say.tooFew(limit.invocations, needed), say.raiseConcurrency)
    : good(about, say.enough(limit.invocations, needed));
}

/** Only a new deployment meets what an earlier one left. */
function kept({ kept: facts }: AccountFacts, say: Say): readonly Finding[] {
  if (isUnanswered(facts)) {
    const needs = say.allow(
      'lambda:GetFunctionConfiguration',
      'dynamodb:DescribeTable',
      's3:ListAllMyBuckets',
    );
    return [unknown(say.kept, say.refused('AWS', facts.error), needs)];
  }
  if (facts.deployed) return [];
  return facts.names.length === 0
    ? [good(say.kept, say.nothingKept)]
    : [warning(say.kept, say.keptFrom(facts.names.join(', ')), say.importKept)];
}

function ticks(facts: AccountFacts['ticks'], now: Instant, say: Say): readonly Finding[] {
  if (!facts) return [];
  if (isUnanswered(facts)) {
    const says = say.refused('CloudWatch', facts.error);
    return [unknown(say.ticks, says, say.allow('cloudwatch:GetMetricStatistics'))];
  }
  const troubles = [
    ...silence(facts, now, say),
    ...missed(facts, say),
    ...(facts.runsDropped > 0
      ? [warning(say.ticks, say.runsDropped(facts.runsDropped), say.seeRunbook('TicksDropped'))]
      : []),
  ];
  return troubles.length > 0 ? troubles : [good(say.ticks, say.ticksGood(facts.count))];
}

function silence({ last }: TickFacts, now: Instant, say: Say): readonly Finding[] {
  const minutes = Math.floor((now - last) / MINUTE);
  return now - last > COUNTED_WITHIN
    ? [bad(say.ticks, say.noTickFor(minutes), say.seeRunbook('NotRunning'))]
    : [];
}

/** A late tick counts in the next minute, so the sum decides. The edges may lose one. */
function missed({ first, last, count }: TickFacts, say: Say): readonly Finding[] {
  const minutes = Math.round((last - first) / MINUTE) + 1;
  return minutes - count > 1
    ? [warning(say.ticks, say.missed(minutes - count, minutes), say.seeRunbook('NotRunning'))]
    : [];
}

function notLooked(say: Say): readonly Finding[] {
  const { clock, subscriptions, sandbox, spending, delivery, arrivals, secrets, kept, ticks } = say;
  const topics = [clock, subscriptions, sandbox, spending, delivery, arrivals, secrets];
  return [...topics, say.concurrency(''), kept, ticks].map((about) =>
    unknown(about, say.notLooked, say.runAgain),
  );
}
