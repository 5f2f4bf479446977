#!/usr/bin/env node
// Plain JavaScript, because it must run on a Node that cannot run TypeScript.
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

// As bin/language.ts has it, which this Node may be too old to load.
const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const isKorean = /^ko(_|\b)/.test(LC_ALL || LC_MESSAGES || LANG || '');
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  const { node } = process.versions;
  // In a checkout, or beside an installed package.
  const brought = ['../node_modules/.bin/node', '../../.bin/node']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path));
  const [en, ko] = brought
    ? ['Start it with the one that is installed here', '여기에 설치된 것으로 실행하십시오'].map(
        (said) => `${said}: ${[brought, ...process.argv.slice(1)].map(quoted).join(' ')}`,
      )
    : [
        'On Linux x64, `npm ci` brings it, unless it leaves optional packages out. Elsewhere, install it.',
        'Linux x64에서는 선택 패키지를 빼지 않은 `npm ci`가 설치합니다. 다른 곳에서는 직접 설치하십시오.',
      ];
  console.error(
    isKorean
      ? `bonghwa: Node ${node}은(는) 너무 오래되었습니다. Node 24 이상이 필요합니다. ${ko}`
      : `bonghwa: Node ${node} is too old; Node 24 or newer is needed. ${en}`,
  );
  process.exit(2);
}

// Printed before anything is loaded, because loading takes seconds on a busy machine.
if (process.argv[2] === 'up') console.log('봉화 Bonghwa …');

// A checkout has the sources beside this file. The npm package has the output of `prepack`.
const source = new URL('./bonghwa.ts', import.meta.url);
const isCheckout = existsSync(source);
const modules = new URL(isCheckout ? '../node_modules/' : '../../', import.meta.url);
// Saves a fifth of a second at each start after the first.
nodeModule.enableCompileCache(fileURLToPath(new URL('.cache/bonghwa', modules)));
if (isCheckout && !existsSync(new URL('zod/package.json', modules))) {
  console.error(
    isKorean
      ? 'bonghwa: 패키지가 설치되어 있지 않습니다. 먼저 이 폴더에서 `npm ci`를 실행하십시오.'
      : 'bonghwa: the packages are not installed. Run `npm ci` in this folder first.',
  );
  process.exit(2);
}
await import((isCheckout ? source : new URL('../dist/bin/bonghwa.js', import.meta.url)).href);

function quoted(word) {
  return /^[\w./=:-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
