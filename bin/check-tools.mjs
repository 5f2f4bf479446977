// Plain JavaScript, because it must run on a Node that cannot run TypeScript.
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';

const major = Number(process.versions.node.split('.')[0]);
const cli = process.env.CDK_CLI_VERSION ?? '';

if (major < 24) {
  console.error(
    `Node ${process.versions.node} is too old: this project runs TypeScript on Node 24 or newer.\n` +
      'Run `npm ci` (on Linux x64 it brings Node 24) and use `npx cdk`, or install Node 24.',
  );
  process.exit(2);
}
if (cli.startsWith('3.')) {
  console.error(
    `aws-cdk ${cli} was published by accident and cannot deploy this (aws/aws-cdk#38113).\n` +
      'Run `npm ci` and use `npx cdk`, which is 2.1148.1 here; remove a global one with `npm rm -g aws-cdk`.',
  );
  process.exit(2);
}

// Optional, because only a deployment needs them. In a checkout `npm ci` installs them.
const { peerDependencies } = JSON.parse(
  readFileSync(findPackageJSON('..', import.meta.url), 'utf8'),
);
const lacking = Object.entries(peerDependencies).filter(([name]) => !isInstalled(name));
if (lacking.length > 0) {
  const wanted = lacking.map(([name, version]) => `${name}@${version}`).join(' ');
  console.error(`A deployment needs packages that are not installed: npm install -D ${wanted}`);
  process.exit(2);
}

function isInstalled(name) {
  try {
    return findPackageJSON(name, import.meta.url) !== undefined;
  } catch {
    return false;
  }
}
