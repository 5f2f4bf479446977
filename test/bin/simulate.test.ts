import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { reportCommand } from '../../bin/commands/report.ts';
import { simulateCommand } from '../../bin/commands/simulate.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonghwa-simulate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

/** The command's output and exit code. */
async function simulate(...args: string[]) {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  const err = vi.spyOn(console, 'error').mockImplementation(() => {});
  const code = await simulateCommand.run(args, 'ko');
  const text = (spy: typeof out) => spy.mock.calls.flat().join('\n');
  return { code, out: text(out), err: text(err) };
}

describe('bonghwa simulate', () => {
  it('prints one JSON document with --json', async () => {
    const { code, out, err } = await simulate('two-groups', '--json');
    const summary = JSON.parse(out);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(Object.keys(summary)).toEqual([
      'scenario',
      'checks',
      'outages',
      'notices',
      'services',
      'withheld',
    ]);
    expect(summary.outages).toHaveLength(2);
  });

  it('prints tables and every SMS with its length for a person', async () => {
    const { out } = await simulate('2024-07-18');
    expect(out).toMatch(/고용24 .* %/);
    expect(out).toMatch(/장애 moel-20240718-0915\n[\s\S]*원인 +\[데이터 조회\]/);
    expect(out).toMatch(/\(\d\d\/70자\)\n {2}\[장애\] 고용24 외 5곳 응답없음 09:15~/);
    expect(out).toMatch(/\[복구\] 고용24 외 5곳 11:5\d 정상화\(장애 2시간4\d분\)/);
  });

  it('plays the services that a scenario brings, as the documentation shows them', async () => {
    const page = await readFile(join(import.meta.dirname, '../../docs/scenarios.md'), 'utf8');
    const [, section = ''] = page.split('## Services of its own');
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(section) ?? [];
    const path = join(folder, 'documented.json');
    await writeFile(path, example);
    const { code, out, err } = await simulate(path);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^주문 .* %$/m);
    expect(out).toMatch(/^상담 .*100\.000 %$/m);
    expect(out).toContain('장애 sites-20240718-0915');
    expect(out).toMatch(/\[장애\] 주문 /);
    expect(out).not.toContain('고용24');
  });

  it('exits 1 and says why when the scenario ends otherwise than expected', async () => {
    const path = join(folder, 'wrong.json');
    const quiet = {
      name: 'wrong',
      from: '2024-07-18T09:00:00+09:00',
      to: '2024-07-18T09:30:00+09:00',
      faults: [],
      expect: { outages: [{ services: ['eps'] }] },
    };
    await writeFile(path, JSON.stringify(quiet));
    const { code, out, err } = await simulate(path, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out).outages).toEqual([]);
    expect(err).toBe('bonghwa: eps 장애를 찾지 못했습니다');
  });

  it.each([[[]], [['a', 'b']]])('wants one scenario, not %j', async (args) => {
    await expect(simulateCommand.run(args, 'ko')).rejects.toThrow('simulate takes one scenario.');
  });
});

describe('bonghwa report', () => {
  it('turns what simulate printed into a page', async () => {
    const summary = join(folder, 'summary.json');
    await writeFile(summary, (await simulate('2024-07-18', '--json')).out);
    const page = join(folder, 'report.html');
    const options = ['--from', summary, '--format', 'html', '--out', page];
    expect(await reportCommand.run(['moel-20240718-0915', ...options], 'ko')).toBe(0);
    const html = await readFile(page, 'utf8');
    expect(html).toContain('장애 보고서 (2024-07-18)');
    expect(html).toContain('<td data-label="사이트">외국인고용관리시스템</td>');
  });

  it.each([
    [[], 'report takes one outage.'],
    [['x', '--format', 'pdf'], '--format pdf is not known.'],
  ])('refuses %j', async (args, said) => {
    await expect(reportCommand.run(args, 'ko')).rejects.toThrow(said);
  });
});
