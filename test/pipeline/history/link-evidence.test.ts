import { describe, expect, it } from 'vitest';
import { UnknownNameError } from '#core/errors';
import { LINK_SECONDS, linkEvidence } from '#pipeline/history/link-evidence';

const DIGEST = 'a'.repeat(64);

describe('a link to evidence', () => {
  const evidence = { link: async (key: string, seconds: number) => `${key} for ${seconds}` };

  it.each([`failed/${DIGEST}.png`, 'passed/0f.html'])('is signed for %s', async (key) => {
    expect(await linkEvidence(key, { evidence: evidence as never })).toBe(
      `${key} for ${LINK_SECONDS}`,
    );
  });

  it.each([
    'site/index.html',
    `failed/${DIGEST}`,
    `failed/${DIGEST}.png/../../site/index.html`,
    `x/failed/${DIGEST}.png`,
    'failed/../secret.png',
    '',
  ])('is refused for anything else in the bucket: %j', async (key) => {
    await expect(linkEvidence(key, { evidence: evidence as never })).rejects.toThrow(
      UnknownNameError,
    );
  });
});
