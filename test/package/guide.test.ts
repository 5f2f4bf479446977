import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

describe('the guide for own services', () => {
  it('installs what a deployment needs in the versions that were tested', () => {
    const { peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const [, asked = ''] =
      /^npm install -D ([\s\S]*?)\nnpx/m.exec(readFileSync('docs/own-services.md', 'utf8')) ?? [];
    const wanted = Object.entries(peerDependencies).map(([name, version]) => `${name}@${version}`);
    expect(asked.split(/[\s\\]+/)).toEqual(wanted);
  });
});
