import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { OPTIONS } from '../../test/lib/options.ts';
import { synthesize } from '../../test/lib/synthesize.ts';
import { RehearsalError } from '../rehearse/rehearsal-error.ts';
import { runCommand } from '../rehearse/run-command.ts';
import { ANSWERS } from './answers.ts';

/**
 * `npm run lint:templates`: cfn-lint and checkov over the templates of every variant. Installs both
 * from PyPI into `.bonghwa/` the first time.
 */

const FOLDER = resolve('.bonghwa/lint');
/** Pinned, because a new rule would fail an unchanged template. */
const PACKAGES = ['cfn-lint==1.58.0', 'checkov==3.3.30'];
/** The CDK writes dependencies that a reference makes unnecessary. */
const NEEDLESS_DEPENDENCY = 'W3005';

interface Finding {
  readonly check_id: string;
  readonly check_name: string;
  readonly resource: string;
}

interface Checked {
  readonly results: { readonly failed_checks: readonly Finding[] };
  readonly summary: { readonly resource_count: number; readonly parsing_errors: number };
}

async function main(): Promise<void> {
  const bin = await installed();
  const folder = mkdtempSync(join(tmpdir(), 'bonghwa-lint-'));
  try {
    const files = Object.keys(OPTIONS).flatMap((variant) => writeVariant(variant, folder));
    await runCommand(join(bin, 'cfn-lint'), [
      '--ignore-checks',
      NEEDLESS_DEPENDENCY,
      '--',
      ...files,
    ]);
    console.log(
      `cfn-lint: ${files.length} templates of ${Object.keys(OPTIONS).length} variants clean`,
    );
    await judge(join(bin, 'checkov'), folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function installed(): Promise<string> {
  const bin = join(FOLDER, 'venv/bin');
  if (existsSync(join(bin, 'checkov'))) return bin;
  console.log(`installing ${PACKAGES.join(' and ')} into .bonghwa/ …`);
  await runCommand('python3', ['-m', 'venv', join(FOLDER, 'venv')]);
  await runCommand(join(bin, 'pip'), ['install', '--quiet', ...PACKAGES]);
  return bin;
}

function writeVariant(variant: string, folder: string): readonly string[] {
  const { stacks, template } = synthesize(OPTIONS[variant]);
  const own = join(folder, variant.replaceAll(' ', '-'));
  mkdirSync(own);
  return Object.keys(stacks).map((part) => {
    const file = join(own, `${part}.template.json`);
    writeFileSync(file, JSON.stringify(template(part).toJSON()));
    return file;
  });
}

async function judge(checkov: string, folder: string): Promise<void> {
  const out = join(folder, 'checkov');
  const args = ['-d', folder, '--framework', 'cloudformation', '--quiet', '--soft-fail'];
  await runCommand(checkov, [...args, '-o', 'json', '--output-file-path', out]);
  const answer: unknown = JSON.parse(readFileSync(join(out, 'results_json.json'), 'utf8'));
  const [{ results, summary }] = [answer].flat() as [Checked];
  const findings = results.failed_checks;
  const ids = new Set(findings.map(({ check_id: id }) => id));
  const open = findings.filter(({ check_id: id }) => !(id in ANSWERS));
  const stale = Object.keys(ANSWERS).filter((id) => !ids.has(id));
  for (const { check_id: id, check_name: name, resource } of open) {
    console.log(`open    ${id} ${resource}: ${name}`);
  }
  for (const id of stale) console.log(`stale   ${id}: nothing is found any more; drop its answer`);
  console.log(
    `checkov: ${findings.length} findings of ${ids.size} kinds in ${summary.resource_count} resources, ` +
      `${open.length} without an answer; ${summary.parsing_errors} templates not read`,
  );
  if (open.length + stale.length + summary.parsing_errors > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  if (!(error instanceof RehearsalError)) throw error;
  console.error(`${error.message}\npython3 with venv, pip and PyPI is needed the first time.`);
  process.exitCode = 3;
});
