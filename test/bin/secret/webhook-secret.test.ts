import { describe, expect, it } from 'vitest';
import type { Webhook } from '#core/watch/webhooks';
import { checkWebhook, webhookWith } from '../../../bin/secret/webhook-secret.ts';

const OPS: Webhook = {
  id: 'ops',
  format: 'json',
  secret: 'ops-2',
  header: 'X-Bonghwa-Key',
  events: ['opened'],
};
const url = 'https://192.0.2.1/hook';

describe('the secret of a webhook', () => {
  it('keeps address and key; a key is made where none is given', async () => {
    expect(await checkWebhook({ url, key: 'k' }, OPS)).toEqual({ url, key: 'k' });
    const { key } = await checkWebhook({ url }, OPS);
    expect(key).toMatch(/^[\w-]{32}$/);
  });

  it.each([
    ['http', 'http://hooks.example.kr/T-secret', 'not https'],
    ['no address', 'T-secret', 'not an address'],
    ['this machine', 'https://localhost/T-secret', 'private network'],
    ['an address of a private network', 'https://10.1.2.3/T-secret', 'private network'],
    ['the metadata service', 'https://169.254.169.254/T-secret', 'private network'],
    ['an address of IPv6 for it', 'https://[fd00:ec2::254]/T-secret', 'private network'],
    ['a name of a private network', 'https://hooks.internal/T-secret', 'private network'],
    ['a place that EventBridge would fill', 'https://example.kr/*/T-secret', 'no such address'],
    ['a fragment', 'https://example.kr/#T-secret', 'no such address'],
    ['letters that are not encoded', 'https://example.kr/훅/T-secret', 'no such address'],
    ['too many letters', `https://example.kr/T-secret${'x'.repeat(2_048)}`, 'no such address'],
    ['a password in the address', 'https://a:T-secret@example.kr/', 'holds a user name'],
  ])('is refused with %s, and not shown', async (_, wrong, why) => {
    const error = await checkWebhook({ url: wrong, key: 'k' }, OPS).catch(String);
    expect(error).toContain(why);
    expect(error).not.toContain('T-secret');
  });

  it('of PagerDuty needs its key, and no key can end a header', async () => {
    const pager = { ...OPS, format: 'pagerduty' } as const;
    await expect(checkWebhook({ url }, pager)).rejects.toThrow('integration key');
    await expect(checkWebhook({ url, key: 'a\r\nb' }, OPS)).rejects.toThrow('no header can hold');
    await expect(checkWebhook({ url, more: 1 }, OPS)).rejects.toThrow('url and key');
  });

  it('is found by its own name, and an unknown one is told with what there is', () => {
    expect(webhookWith('ops-2', [OPS])).toBe(OPS);
    expect(() => webhookWith('ops', [OPS])).toThrow(/No webhook has the secret "ops"/);
  });
});
