#!/usr/bin/env node
// Links that npx made before bonghwa.mjs existed still point here.
import { cli } from './cli.ts';
import { complain } from './complain.ts';
import { screenLanguage } from './language.ts';

const args = process.argv.slice(2);
// The embedded database throws outside of any call, for example when its disk is full.
process.once('uncaughtException', (error) => {
  process.exit(complain(error, screenLanguage(args, process.env)));
});
try {
  process.exitCode = await cli(args);
} catch (error) {
  process.exitCode = complain(error, screenLanguage(args, process.env));
}
