// Plain JavaScript, because it has to speak on a Node that cannot run TypeScript.
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
