#!/usr/bin/env node
// Links of npx that were made before bonghwa.mjs existed still lead here.
import { cli } from './cli.ts';
import { complain } from './complain.ts';

try {
  process.exitCode = await cli(process.argv.slice(2));
} catch (error) {
  process.exitCode = complain(error);
}
