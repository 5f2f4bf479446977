import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { NOW, synthesize } from './synthesize.ts';

const permission = {
  service: 'eps',
  grantedBy: '한국산업인력공단',
  reference: '2026-정보-17',
  validUntil: new Date(NOW + 90 * 86_400_000).toISOString(),
};

/** Everything that adds resources. */
const FULL = {
  permissions: [permission],
  subscribers: [{ protocol: 'sms' as const, endpoint: '+821012345678' }],
  operators: [{ protocol: 'email' as const, endpoint: 'ops@example.kr' }],
  regions: { vantages: ['ap-northeast-1'] },
  fixedEgress: true,
  tracing: true,
};

describe.each([
  ['an empty configuration', {}],
  ['everything switched on', FULL],
])('cdk-nag AwsSolutions with %s', (_name, input) => {
  it('finds nothing that is not acknowledged with a reason', () => {
    const { app } = synthesize(input);
    const { violations } = new AwsSolutionsChecks(app).validateScope(app);
    const found = violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(
        ({ resourceLogicalId, templatePath }) => `${ruleName} ${templatePath} ${resourceLogicalId}`,
      ),
    );
    expect(found).toEqual([]);
  });
});
