import type { Subscriber } from '#core/notice/subscriber';
import {
  isUnanswered,
  type SubscriptionFacts,
  type TopicFacts,
} from '#core/plan/diagnosis/account-facts';
import type { ExpectedTopic } from '#core/plan/diagnosis/account-question';
import { bad, type Finding, good, unknown, warning } from '#core/plan/diagnosis/diagnosis-finding';
import type { Say } from '#core/plan/diagnosis/diagnosis-words';

/** Whether each topic reaches everybody whom the configuration names. */
export function subscriptionFindings(
  expected: readonly ExpectedTopic[],
  topics: readonly TopicFacts[],
  say: Say,
): readonly Finding[] {
  const about = say.subscriptions;
  if (topics.every(({ subscriptions }) => subscriptions === undefined)) {
    return [warning(about, say.noSubscriptions, 'npx cdk deploy --all')];
  }
  const troubles = topics.flatMap((topic) => {
    const wanted = expected.find(
      ({ region, name }) => region === topic.region && name === topic.name,
    );
    return troublesOf(topic, wanted?.subscribers ?? [], say);
  });
  return troubles.length > 0
    ? troubles
    : [good(about, say.confirmed(count(topics), topics.length))];
}

function troublesOf(
  { region, name, subscriptions: found }: TopicFacts,
  wanted: readonly Subscriber[],
  say: Say,
): readonly Finding[] {
  const about = say.subscriptions;
  const place = say.topicIn(name, region);
  if (found === undefined) return [bad(about, say.noTopic(place), 'npx cdk deploy --all')];
  if (isUnanswered(found)) {
    const says = say.refused(place, found.error);
    return [unknown(about, says, say.allow('sns:ListTopics', 'sns:ListSubscriptionsByTopic'))];
  }
  const waiting = found.filter(({ confirmed }) => !confirmed);
  const gone = wanted.filter((subscriber) => !found.some((each) => isOf(each, subscriber)));
  const open = found.filter(
    ({ protocol, authenticated }) => protocol === 'email' && authenticated === false,
  );
  return [
    ...waiting.map((each) => bad(about, say.unconfirmed(sayWho(each), place), say.confirm)),
    ...gone.map((each) => bad(about, say.gone(sayWho(each), place), say.subscribeAgain)),
    ...(open.length > 0
      ? [warning(about, say.anybodyEnds(open.length, place), say.authenticate)]
      : []),
  ];
}

function isOf(found: SubscriptionFacts, { protocol, endpoint }: Subscriber): boolean {
  return found.protocol === protocol && found.endpoint === endpoint;
}

function sayWho({ protocol, endpoint }: Pick<SubscriptionFacts, 'protocol' | 'endpoint'>): string {
  return `${protocol} ${endpoint}`;
}

function count(topics: readonly TopicFacts[]): number {
  return topics.flatMap(({ subscriptions = [] }) =>
    isUnanswered(subscriptions) ? [] : subscriptions,
  ).length;
}
