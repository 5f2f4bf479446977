import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrokenMonitor, Ending, Lab } from './lab.ts';

/** In a mount namespace of its own, so that no other process sees the mounts. */
const mounted = (mounts: string) => `exec unshare -m bash -c '${mounts} exec "$@"' bash "$@"`;

/** Every folder is of that kind, both the temporary one and the home directory. */
function onlyFolder(lab: Lab, options: string, more = ''): Promise<Ending> {
  const at = join(lab.folder, 'mounted');
  mkdirSync(at, { recursive: true });
  return lab.inspectApart({
    shell: mounted(`mount -t tmpfs -o ${options} none "$TMPDIR" && ${more}`),
    environment: { TMPDIR: at, HOME: at },
    cwd: '/',
  });
}

export const brokenMachines: readonly BrokenMonitor[] = [
  {
    name: 'the temporary folder is full',
    ends: 'monitor-fault',
    administrator: true,
    run: (lab) => onlyFolder(lab, 'size=1m'),
  },
  {
    name: 'the temporary folder fills while the browser is unpacked',
    ends: 'monitor-fault',
    administrator: true,
    run: (lab) => onlyFolder(lab, 'size=150m'),
  },
  {
    name: 'the disk fills during the run',
    ends: ['monitor-fault', 'passed'],
    administrator: true,
    run: (lab) =>
      lab.inspectApart({
        shell: mounted('mount -t tmpfs -o size=3m none "$TMPDIR" &&'),
        onBrowser: (child) => fill(`/proc/${child}/root${lab.temporary}`),
      }),
  },
  {
    name: 'the temporary folder is read-only',
    ends: 'monitor-fault',
    administrator: true,
    run: (lab) => onlyFolder(lab, 'size=300m,ro'),
  },
  {
    name: 'no program may be started from the temporary folder',
    ends: 'monitor-fault',
    administrator: true,
    run: (lab) => onlyFolder(lab, 'size=900m,noexec'),
  },
  {
    name: 'there is no temporary folder and no home',
    ends: 'monitor-fault',
    run: (lab) => {
      const nowhere = '/proc/nowhere';
      return lab.inspectApart({ environment: { TMPDIR: nowhere, HOME: nowhere } });
    },
  },
  {
    name: 'too few files may be open',
    ends: 'monitor-fault',
    run: (lab) => lab.inspectApart({ shell: 'ulimit -n 48; exec "$@"' }),
  },
  {
    name: 'files may not grow',
    ends: 'monitor-fault',
    run: (lab) =>
      lab.inspectApart({
        shell: 'ulimit -f 2000; exec "$@"',
        environment: { HOME: join(lab.folder, 'empty home') },
      }),
  },
  {
    name: 'memory is short',
    ends: 'monitor-fault',
    run: (lab) => lab.inspectApart({ shell: 'ulimit -v 30000000; exec "$@"' }),
  },
  {
    name: 'there is no shared memory',
    ends: 'passed',
    administrator: true,
    run: (lab) =>
      lab.inspectApart({ shell: mounted('mount -t tmpfs -o size=4k,ro none /dev/shm &&') }),
  },
  {
    name: 'Playwright is missing',
    ends: 'monitor-fault',
    run: (lab) => {
      const hook = join(lab.folder, 'without-playwright.mjs');
      writeFileSync(hook, WITHOUT_PLAYWRIGHT);
      return lab.inspectApart({ environment: { NODE_OPTIONS: `--import ${hook}` } });
    },
  },
  {
    name: 'time zone and language are odd',
    ends: 'passed',
    run: (lab) =>
      lab.inspectApart({
        environment: { TZ: 'Mars/Olympus_Mons', LANG: 'xx_XX.nothing', LC_ALL: 'tlh' },
      }),
  },
  {
    name: 'nothing may be written where the command runs',
    ends: 'passed',
    administrator: true,
    run: (lab) =>
      lab.inspectApart({ shell: mounted('mount -t tmpfs -o ro none /mnt && cd /mnt &&') }),
  },
  ...(['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map(
    (signal): BrokenMonitor => ({
      name: `${signal} in the middle`,
      ends: 'ended',
      run: (lab) => lab.inspectApart({ onBrowser: (child) => process.kill(child, signal) }),
    }),
  ),
  {
    name: 'SIGKILL in the middle, and then another run',
    ends: 'passed',
    run: async (lab) => {
      const onBrowser = (child: number) => process.kill(child, 'SIGKILL');
      await lab.inspectApart({ onBrowser });
      if (readdirSync(lab.temporary).length === 0) {
        return { result: 'failed', message: 'SIGKILL left nothing, so nothing was tested' };
      }
      return lab.inspectApart();
    },
  },
];

/** Free space of its own file system. */
function fill(folder: string): void {
  try {
    for (let part = 0; part < 40; part += 1) {
      writeFileSync(join(folder, `filling-${part}`), Buffer.alloc(100_000));
    }
  } catch {
    // The file system is full, as intended.
  }
}

const WITHOUT_PLAYWRIGHT = `import { registerHooks } from 'node:module';
registerHooks({
  resolve(specifier, context, next) {
    return next(specifier === 'playwright-core' ? 'playwright-core-is-not-here' : specifier, context);
  },
});
`;
