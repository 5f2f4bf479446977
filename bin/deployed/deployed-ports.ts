import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { codeOf } from '#adapters/channels/refusal';
import { systemClock } from '#adapters/clock/system-clock';
import type { LoadedConfiguration } from '#adapters/configuration/load';
import { createStores } from '#adapters/dynamodb/stores';
import { createCheckQueue } from '#adapters/sqs/check-queue';
import { createEvaluationQueue } from '#adapters/sqs/evaluation-queue';
import { resourceNames } from '#contract/names';
import { InvalidInputError, MonitorFaultError } from '#core/errors';

/**
 * Table and queues of a deployed stage, or of one that runs `here`, used from this machine. Throws
 * MonitorFaultError.
 */
export async function deployedPorts(
  { configuration, deployment }: LoadedConfiguration,
  here?: string,
) {
  const { table, evaluationsQueue, journeysQueue, probesQueue } = resourceNames(deployment.stage);
  const region = here ?? deployment.homeRegion;
  const sqs = new SQSClient({ region });
  const stores = createStores({
    client: new DynamoDBClient({ region }),
    table,
    clock: systemClock,
    retentionDays: configuration.retentionDays,
  });
  const [evaluations, journeysUrl, probesUrl] = await Promise.all(
    [evaluationsQueue, journeysQueue, probesQueue].map((name) => urlOf(sqs, name)),
  );
  return {
    ...stores,
    evaluations: createEvaluationQueue(sqs, evaluations ?? ''),
    checkQueue: createCheckQueue({
      client: sqs,
      clock: systemClock,
      journeysUrl: journeysUrl ?? '',
      probesUrl: probesUrl ?? '',
      typeOf: (id) =>
        configuration.catalogue.checks.find((check) => check.id === id)?.type ?? 'probe',
    }),
  };
}

async function urlOf(sqs: SQSClient, name: string): Promise<string> {
  try {
    const { QueueUrl = '' } = await sqs.send(new GetQueueUrlCommand({ QueueName: name }));
    return onOwnEndpoint(QueueUrl);
  } catch (error) {
    const kind = codeOf(error);
    throw new MonitorFaultError(
      {
        en: `The queue ${name} is not reachable: ${kind}.`,
        ko: `${name} 대기열에 접근할 수 없습니다: ${kind}.`,
      },
      {
        en: 'Deploy the stage first, and use AWS credentials of its account; or run watch in this folder.',
        ko: '먼저 배포하고 그 계정의 AWS 자격 증명으로 실행하거나, 이 폴더에서 watch를 실행하십시오.',
      },
    );
  }
}

/** The embedded service puts a host name into its addresses that not every resolver knows. */
function onOwnEndpoint(url: string): string {
  const endpoint = process.env.AWS_ENDPOINT_URL_SQS;
  return endpoint === undefined ? url : new URL(new URL(url).pathname, endpoint).href;
}

/** The group of that name, or the first one. Throws InvalidInputError. */
export function knownGroup(
  { configuration }: LoadedConfiguration,
  wanted: string | undefined,
): string {
  const ids = configuration.catalogue.groups.map(({ id }) => id);
  const group = wanted ?? ids[0];
  if (group !== undefined && ids.includes(group)) return group;
  throw new InvalidInputError(
    { en: `There is no group "${group}".`, ko: `"${group}" 그룹은 없습니다.` },
    { en: `Use one of: ${ids.join(', ')}.`, ko: `쓸 수 있는 그룹: ${ids.join(', ')}.` },
  );
}
