import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { ConfigurationInput } from '#adapters/configuration/input-schema';
import { PROJECT_ROOT } from '#lib/context';
import { defineSystem } from '#lib/system';
import { resolveConfiguration } from '#local/configuration';

export const NOW = Date.parse('2026-11-23T12:00:00+09:00');

export interface Synthesized {
  readonly app: App;
  readonly stacks: Readonly<Record<string, Stack>>;
  /** By the part of the stack's name after `bonghwa-<stage>-`. */
  readonly template: (part: string) => Template;
  /** Look-ups for which `cdk synth` would need credentials. */
  readonly missing: () => readonly unknown[];
}

/**
 * The system as `cdk synth` would define it, without bundled code and without files left on disk.
 */
export function synthesize(input: ConfigurationInput = {}, stage = 'dev'): Synthesized {
  const { context } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'cdk.json'), 'utf8'));
  const outdir = mkdtempSync(join(tmpdir(), 'bonghwa-synth-'));
  const app = new App({
    outdir,
    context: { ...context, 'aws:cdk:bundling-stacks': [] },
    // Another test runs `cdk synth` itself, which validates. Here validation would only take
    // seconds.
    builtinCloudFormationValidation: false,
  });
  defineSystem(app, resolveConfiguration(input, { file: 'bonghwa.config.ts', stage, now: NOW }));
  rmSync(outdir, { recursive: true });
  const parts = app.node.children
    .filter((child) => child instanceof Stack)
    .map((stack) => [stack.node.id.replace(`bonghwa-${stage}-`, ''), stack] as const);
  let templates: ReadonlyMap<string, Template> | undefined;
  const template = (part: string) => {
    templates ??= synthesizeAll(outdir, parts);
    const found = templates.get(part);
    if (found) return found;
    throw new Error(`no stack ${part}; there are ${[...templates.keys()].join(', ')}`);
  };
  const missing = () => {
    mkdirSync(outdir, { recursive: true });
    const { manifest } = app.synth();
    rmSync(outdir, { recursive: true });
    return manifest.missing ?? [];
  };
  return { app, stacks: Object.fromEntries(parts), template, missing };
}

/** Only when a template is asked for: it takes longer than everything else. */
function synthesizeAll(outdir: string, parts: readonly (readonly [string, Stack])[]) {
  mkdirSync(outdir);
  try {
    return new Map(parts.map(([part, stack]) => [part, Template.fromStack(stack)]));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
