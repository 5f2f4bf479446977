import { describe, expect, it } from 'vitest';
import { TOLD } from '#core/classify/learned/claims';
import { ofShape } from '#core/classify/learned/page-shape';
import { type Reading, readingsOf } from '#core/classify/learned/sentence-reader';
import { pageOf } from '#core/classify/page';
import { outlined } from '../corpus/page.ts';

const TROUBLE = '목록을 불러오지 못했습니다.';
const AROUND = ['@ 채용정보', '@ 급여신청', '오늘의 교육 과정을 알려 드립니다.'];

/** Every sentence with the word of trouble claims it. */
function shapeOf(...lines: readonly string[]): readonly number[] {
  const page = pageOf(outlined('unknown', ['고용마루', ...AROUND, ...lines].join('\n')).seen);
  const readings = readingsOf(page, () => TOLD.map(() => -1)).map(claiming);
  const sorted = readings.toSorted((one, other) => other.margin - one.margin);
  const opinion = { label: 'passed', margin: 1, distances: new Map() } as const;
  const surest = sorted[0];
  return ofShape({ page, readings: sorted, surest, first: undefined, alone: undefined, opinion });
}

function claiming(reading: Reading): Reading {
  return reading.text.includes('못했습니다') ? { ...reading, margin: 1 } : reading;
}

const [CLAIMS, SURE_CLAIMS] = [0, 1];
const [HEADING, QUOTATION] = [9, 17];

describe('the shape of a page around its surest sentence', () => {
  it('has the same number of pieces for every page, each between -1 and about 1', () => {
    const shapes = [shapeOf(), shapeOf(TROUBLE), shapeOf(...Array(40).fill(TROUBLE))];
    expect(new Set(shapes.map((shape) => shape.length)).size).toBe(1);
    for (const piece of shapes.flat()) expect(Math.abs(piece)).toBeLessThanOrEqual(1.2);
  });

  it('counts the claims: a page that explains errors makes many', () => {
    const one = shapeOf(TROUBLE);
    const many = shapeOf(TROUBLE, '메일을 보내지 못했습니다.', '파일을 열지 못했습니다.');
    expect(many[CLAIMS]).toBeGreaterThan(one[CLAIMS] ?? 1);
    expect(many[SURE_CLAIMS]).toBeGreaterThan(one[SURE_CLAIMS] ?? 1);
  });

  it('knows a heading', () => {
    expect(shapeOf(`# ${TROUBLE}`)[HEADING]).toBe(1);
    expect(shapeOf(TROUBLE)[HEADING]).toBe(0);
  });

  it('knows a sentence with a quotation', () => {
    expect(shapeOf(`화면에 “${TROUBLE.slice(0, -1)}” 하고 나옵니다.`)[QUOTATION]).toBe(1);
    expect(shapeOf(TROUBLE)[QUOTATION]).toBe(0);
  });
});
