import { describe, expect, it } from 'vitest';
import { type Call, decide, type Statement } from './evaluate.ts';

const allow = (over: Partial<Statement> = {}): Statement => ({
  effect: 'Allow',
  actions: ['s3:ListBucket'],
  resources: ['arn:aws:s3:::example_bucket'],
  conditions: {},
  ...over,
});
const call = (over: Partial<Call> = {}): Call => ({
  action: 's3:ListBucket',
  resource: 'arn:aws:s3:::example_bucket',
  keys: {},
  ...over,
});

/** All examples are from the IAM user guide. */
describe('IAM as documented', () => {
  it('denies by default, and a deny wins over every allow', () => {
    expect(decide(call(), [])).toBe('denied implicitly');
    expect(decide(call(), [allow()])).toBe('allowed');
    expect(decide(call(), [allow(), allow({ effect: 'Deny' })])).toBe('denied explicitly');
  });

  it('takes actions in any case and with wildcards', () => {
    const statement = allow({ actions: ['iam:*AccessKey*'], resources: ['*'] });
    expect(decide(call({ action: 'iam:CreateAccessKey' }), [statement])).toBe('allowed');
    expect(decide(call({ action: 'IAM:listaccesskeys' }), [statement])).toBe('allowed');
    expect(decide(call({ action: 'iam:CreateUser' }), [statement])).toBe('denied implicitly');
  });

  it('keeps the bucket apart from its objects', () => {
    const objects = allow({
      actions: ['s3:GetObject'],
      resources: ['arn:aws:s3:::example_bucket/*'],
    });
    const get = call({ action: 's3:GetObject', resource: 'arn:aws:s3:::example_bucket/a/b' });
    expect(decide(get, [objects])).toBe('allowed');
    expect(decide({ ...get, resource: 'arn:aws:s3:::example_bucket' }, [objects])).toBe(
      'denied implicitly',
    );
  });

  it('matches the six random characters of a secret by question marks, and no more', () => {
    const arn = 'arn:aws:secretsmanager:us-west-2:111122223333:secret:';
    const read = allow({
      actions: ['secretsmanager:GetSecretValue'],
      resources: [`${arn}name-??????`],
    });
    const of = (name: string) =>
      decide(call({ action: 'secretsmanager:GetSecretValue', resource: `${arn}${name}` }), [read]);
    expect(of('name-AbCdEf')).toBe('allowed');
    expect(of('name-other-AbCdEf')).toBe('denied implicitly');
  });

  it('compares strings with and without case of wildcards, and ARNs part by part', () => {
    const when = (conditions: Statement['conditions'], keys: Call['keys']) =>
      decide(call({ keys }), [allow({ conditions })]);
    expect(when({ StringEquals: { 'aws:PrincipalTag/job': 'iamuser-admin' } }, {})).toBe(
      'denied implicitly',
    );
    const tagged = { 'aws:PrincipalTag/job': 'iamuser-admin' };
    expect(when({ StringEquals: { 'aws:PrincipalTag/job': 'iamuser-admin' } }, tagged)).toBe(
      'allowed',
    );
    expect(when({ StringLike: { 'aws:PrincipalTag/job': 'iamuser-*' } }, tagged)).toBe('allowed');
    const source = { 'aws:SourceArn': 'arn:aws:sns:us-east-1:123456789012:topic' };
    expect(when({ ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:123456789012:*' } }, source)).toBe(
      'allowed',
    );
    expect(when({ ArnEquals: { 'aws:SourceArn': 'arn:aws:sqs:*:*:*' } }, source)).toBe(
      'denied implicitly',
    );
  });

  it('holds ForAllValues for a request without the key, ForAnyValue not, and Null says which', () => {
    const key = 'dynamodb:LeadingKeys';
    const when = (conditions: Statement['conditions'], keys: Call['keys']) =>
      decide(call({ keys }), [allow({ conditions })]);
    const all = { 'ForAllValues:StringLike': { [key]: ['GROUP#*'] } };
    expect(when(all, {})).toBe('allowed');
    expect(when({ ...all, Null: { [key]: 'false' } }, {})).toBe('denied implicitly');
    expect(when({ ...all, Null: { [key]: 'false' } }, { [key]: ['GROUP#moel'] })).toBe('allowed');
    expect(when(all, { [key]: ['GROUP#moel', 'OUTAGES'] })).toBe('denied implicitly');
    expect(when({ 'ForAnyValue:StringLike': { [key]: ['GROUP#*'] } }, {})).toBe(
      'denied implicitly',
    );
  });
});
