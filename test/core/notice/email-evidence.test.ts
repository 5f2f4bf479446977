import { describe, expect, it } from 'vitest';
import { evidenceLines } from '#core/notice/email-evidence';
import { wordsOf } from '#core/notice/texts/languages';
import type { Outage } from '#core/outage/outage';
import { incidentOf, outageOf } from '../../support/outages.ts';

const API = 'https://api.example.kr';

function linesOf(outage: Outage, apiUrl = API, language: 'ko' | 'en' = 'ko'): readonly string[] {
  const name = (service: string) => service.toUpperCase();
  return evidenceLines({ outage, apiUrl, words: wordsOf(language), name });
}

function seen(service: string, files = 1) {
  const runs = [1, 2].map((second) => `${service}.probe.20240718T00150${second}Z.confirm`);
  const evidence = Array.from({ length: files }, (_, index) => `failed/${service}/${index}.png`);
  return incidentOf(service, { runs, evidence });
}

describe('the evidence in an email', () => {
  it('is a page for each service that stays good, and the whole record; never a command', () => {
    const outage = outageOf([], { incidents: [seen('work24'), seen('eps')] });
    expect(linesOf(outage)).toEqual([
      '증거 (조회 권한 필요):',
      '  - WORK24: https://api.example.kr/on-call/runs/work24/work24.probe.20240718T001502Z.confirm',
      '  - EPS: https://api.example.kr/on-call/runs/eps/eps.probe.20240718T001502Z.confirm',
      '  - 장애 기록 전체: https://api.example.kr/on-call/outages/moel-20240718-0915',
    ]);
  });

  it('is the keys if the address is unknown', () => {
    const outage = outageOf([], { incidents: [seen('work24', 2)] });
    expect(linesOf(outage, '', 'en')).toEqual([
      'Evidence:',
      '  - failed/work24/0.png',
      '  - failed/work24/1.png',
    ]);
  });

  it.each([API, ''])('is limited to a few pieces (address "%s")', (apiUrl) => {
    const incidents = Array.from({ length: 9 }, (_, index) => seen(`s${index}`));
    const lines = linesOf(outageOf([], { incidents }), apiUrl);
    expect(lines.filter((line) => /s\d/.test(line))).toHaveLength(6);
    expect(lines).toContain('  - +3');
  });

  it('is the run alone while no journey has stored a file', () => {
    const lines = linesOf(outageOf([], { incidents: [seen('work24', 0)] }));
    expect(lines[1]).toContain('/on-call/runs/work24/work24.probe.');
  });

  it('is said to be missing where there is none, as in a drill', () => {
    const missing = ['증거: 저장된 증거가 없습니다.'];
    expect(linesOf(outageOf(['work24']))).toEqual(missing);
    expect(linesOf(outageOf([], { incidents: [seen('work24', 0)] }), '')).toEqual(missing);
  });
});
