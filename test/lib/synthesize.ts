import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { ConfigurationInput } from '#adapters/configuration/input-schema';
import { resolveConfiguration } from '#adapters/configuration/resolve';
import { PROJECT_ROOT } from '#lib/context';
import { defineSystem } from '#lib/system';

export const NOW = Date.parse('2026-11-23T12:00:00+09:00');

export interface Synthesized {
  readonly app: App;
  readonly stacks: Readonly<Record<string, Stack>>;
  /** By the part of the stack's name after `bonghwa-<stage>-`. */
  readonly template: (part: string) => Template;
}

/** The system as `cdk synth` would define it, without bundling any code. */
export function synthesize(input: ConfigurationInput = {}, stage = 'dev'): Synthesized {
  const { context } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'cdk.json'), 'utf8'));
  const app = new App({
    outdir: mkdtempSync(join(tmpdir(), 'bonghwa-synth-')),
    context: { ...context, 'aws:cdk:bundling-stacks': [] },
  });
  process.once('exit', () => rmSync(app.outdir, { recursive: true, force: true }));
  defineSystem(app, resolveConfiguration(input, { file: 'bonghwa.config.ts', stage, now: NOW }));
  const stacks = Object.fromEntries(
    app.node.children.map((child) => [
      child.node.id.replace(`bonghwa-${stage}-`, ''),
      child as Stack,
    ]),
  );
  const template = (part: string) => {
    const stack = stacks[part];
    if (!stack) throw new Error(`no stack ${part}; there are ${Object.keys(stacks).join(', ')}`);
    return Template.fromStack(stack);
  };
  return { app, stacks, template };
}
