import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FUNCTIONS } from '#contract/functions';

const dockerfile = readFileSync('package/host/Dockerfile', 'utf8');
const unit = readFileSync('package/host/bonghwa.service', 'utf8');

/** Instructions in order, without comments. */
const instructions = dockerfile
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => line.split(' ')[0]);

const settings = new Map(
  unit
    .split('\n')
    .filter((line) => line.includes('=') && !line.startsWith('#'))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const),
);

describe('the image of watch', () => {
  it('is built on one named version of Node', () => {
    expect(dockerfile).toMatch(/^FROM node:24\.\d+\.\d+-[a-z]+-slim$/m);
  });

  it('installs by the lock file before it copies the folder, so that layers are reused', () => {
    expect(dockerfile).toMatch(
      /COPY package\.json package-lock\.json[\s\S]*npm ci --omit=dev[\s\S]*COPY \. \./,
    );
  });

  it('finds a packed package that the lock file names', () => {
    expect(dockerfile).toMatch(/^COPY package\.json package-lock\.json \*\.tgz \.\/$/m);
  });

  it('runs as a user without rights, with a health check and no shell in between', () => {
    expect(instructions.indexOf('USER')).toBeLessThan(instructions.indexOf('CMD'));
    expect(dockerfile).toMatch(/^USER 1000$/m);
    expect(dockerfile).toMatch(/^HEALTHCHECK .*CMD \[".*\/healthz/m);
    expect(dockerfile).toMatch(/^CMD \[/m);
  });

  it('takes no secrets and no data along', () => {
    const left = readFileSync('package/host/dockerignore', 'utf8').split('\n');
    expect(left).toEqual(expect.arrayContaining(['bonghwa.secrets.json', 'bonghwa-data', '.git']));
  });
});

describe('the systemd unit of watch', () => {
  it('comes back after a crash and waits for the longest run before it kills', () => {
    const longest = Math.max(
      ...Object.values(FUNCTIONS).map(({ timeoutSeconds }) => timeoutSeconds),
    );
    expect(settings.get('Restart')).toBe('always');
    expect(settings.get('KillMode')).toBe('mixed');
    expect(Number(settings.get('TimeoutStopSec'))).toBeGreaterThanOrEqual(longest);
  });

  it('may write nothing but its data and what other commands read of it', () => {
    expect(settings.get('ProtectSystem')).toBe('strict');
    expect(settings.get('ReadWritePaths')).toBe('/srv/bonghwa/.bonghwa');
    expect(settings.get('StateDirectory')).toBe('bonghwa');
    // Otherwise the first start in a new folder fails.
    expect(settings.get('ExecStartPre')).toMatch(/^\+\S+ -d .* \/srv\/bonghwa\/\.bonghwa$/);
  });

  it('is a unit that systemd understands, where systemd is', () => {
    const checked = spawnSync('systemd-analyze', ['verify', 'package/host/bonghwa.service'], {
      encoding: 'utf8',
    });
    // Accepts only that the tool, or the unit's program, is not installed here. Any other error is
    // ours.
    const lines = (checked.stderr ?? '').split('\n').filter((line) => line !== '');
    const ours = lines.filter((line) => !/not executable|No such file/.test(line));
    expect(ours).toEqual([]);
  });
});
