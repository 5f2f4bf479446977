#!/usr/bin/env node
// Plain JavaScript, because it must run on a Node that cannot run TypeScript.
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `bonghwa: Node ${process.versions.node} is too old; Node 24 or newer is needed. ` +
      'On Linux x64, `npm ci` brings it, unless it leaves optional packages out. Elsewhere, install it.',
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
  console.error('bonghwa: the packages are not installed. Run `npm ci` in this folder first.');
  process.exit(2);
}
await import((isCheckout ? source : new URL('../dist/bin/bonghwa.js', import.meta.url)).href);
