import { InvalidInputError } from '#core/errors';

/**
 * What to do where the CDK refuses a stack that CloudFormation could not take. Any other error stays
 * as it is.
 */
export function explained(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'TooManyResourcesInStack') return error;
  const [, stack, resources] = /'(.+?)': (\d+)/.exec(error.message) ?? [];
  return new InvalidInputError(
    {
      en: `The stack ${stack} would have ${resources} resources; CloudFormation takes 500.`,
      ko: `${stack} 스택의 리소스가 ${resources}개입니다. CloudFormation은 500개까지 받습니다.`,
    },
    {
      en: 'Split it over two stages. A service needs one, a group four, a webhook seven, a subscriber two.',
      ko: '두 단계(stage)로 나누십시오. 서비스는 1개, 그룹은 4개, 웹훅은 7개, 수신자는 2개를 씁니다.',
    },
  );
}
