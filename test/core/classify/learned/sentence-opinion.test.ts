import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Finding, RESULT_OF } from '#core/classify/finding';
import { CLAIMS, type Claim, TOLD } from '#core/classify/learned/claims';
import type { Chances } from '#core/classify/learned/decide';
import { sentenceOpinion } from '#core/classify/learned/sentence-opinion';
import { pageOf } from '#core/classify/page';
import { outlined } from '../corpus/page.ts';

const TROUBLED = '접수 화면을 보여 드리지 못하고 있습니다.';
const VAGUE = '접수 창구 화면이 비어 있습니다.';
const AROUND = '@ 실업급여 신청하기\n@ 국민내일배움카드 발급 신청\n* 새 소식 2026.11.20';
const TODAY = { headers: { date: 'Fri, 27 Nov 2026 01:00:00 GMT' } };

const page = (line: string, around = AROUND) =>
  pageOf(outlined('passed', `고용누리\n${line}\n${around}`, TODAY).seen);
const finding = (kind: Finding['kind'], over: Partial<Finding> = {}): Finding => ({
  kind,
  rule: 'trouble-named',
  reason: 'It names trouble.',
  matched: TROUBLED,
  cause: 'trouble',
  ...over,
});

/** The rest of the chances goes to `passed`. */
function chances(over: Partial<Chances>): Chances {
  const none = Object.fromEntries(CLAIMS.map((claim) => [claim, 0])) as Record<Claim, number>;
  const given = Object.values(over).reduce((sum, chance) => sum + chance, 0);
  return { ...none, passed: 1 - given, ...over };
}

interface Case {
  readonly line?: string;
  readonly around?: string;
  readonly first?: Finding | undefined;
  readonly alone?: Finding;
  readonly distance?: number;
}

function kindOf(over: Partial<Chances>, given: Case = {}): string | undefined {
  return opinionOf(over, given)?.kind;
}

function opinionOf(over: Partial<Chances>, given: Case): Finding | undefined {
  const { line = TROUBLED, around = AROUND, first, alone, distance = 1 } = given;
  return sentenceOpinion(
    page(line, around),
    { first, opinion: { label: 'passed', margin: 0, distances: new Map() } },
    { read: () => TOLD.map(() => distance), judge: () => alone, decide: () => chances(over) },
  );
}

describe('a page that passed', () => {
  it('fails if that is likely and the words say that something is broken', () => {
    expect(kindOf({ 'error-page': 0.85 })).toBe('error-page');
    expect(kindOf({ 'error-page': 0.75 })).toBe('error-page');
    expect(kindOf({ 'error-page': 0.65 })).toBe('unknown');
  });

  it('fails sooner if the words tell of now', () => {
    const line = '접수 화면을 보여 드리지 못했습니다.';
    expect(kindOf({ 'error-page': 0.75 }, { line })).toBe('unknown');
    expect(kindOf({ 'error-page': 0.85 }, { line })).toBe('error-page');
  });

  it('fails if that is likely and the rules find it in the sentence alone', () => {
    const alone = finding('timeout');
    expect(kindOf({ 'error-page': 0.85 }, { line: VAGUE, alone })).toBe('timeout');
    expect(kindOf({ maintenance: 0.85 }, { line: VAGUE, alone })).toBe('maintenance');
  });

  it('is a doubt at most if no words confirm what the readers hear, however sure they are', () => {
    expect(kindOf({ 'error-page': 1 }, { line: VAGUE })).toBe('unknown');
  });

  it('is nothing if it reads like planned work and no sentence says that this goes on', () => {
    expect(kindOf({ maintenance: 0.7 }, { line: '창구를 새로 단장합니다.' })).toBeUndefined();
    expect(kindOf({ maintenance: 0.7 }, { line: '창구를 새로 단장하고 있습니다.' })).toBe(
      'unknown',
    );
  });

  it('adds the chances of failure and of work, and names the larger', () => {
    expect(kindOf({ 'error-page': 0.4, maintenance: 0.45 })).toBe('maintenance');
  });

  it('is a refusal of the visitor if that is likely', () => {
    expect(kindOf({ blocked: 0.6 }, { line: VAGUE })).toBe('blocked');
    expect(kindOf({ blocked: 0.5 }, { line: VAGUE })).toBe('unknown');
  });

  it('keeps how many people are ahead', () => {
    const line = '고객님 앞에 1,234명이 기다리고 있습니다.';
    expect(opinionOf({ 'waiting-room': 0.9 }, { line })).toMatchObject({ peopleAhead: 1_234 });
  });

  it('still passes if nothing is likely, or if no sentence claims anything', () => {
    expect(kindOf({ 'error-page': 0.4 }, { line: VAGUE })).toBeUndefined();
    expect(kindOf({ 'error-page': 0.65 }, { line: VAGUE, distance: -1 })).toBeUndefined();
  });

  it('is not judged by sentences about a later day', () => {
    const evidenceFor = (line: string) => {
      const evidence: number[] = [];
      const decide = (given: readonly number[]) => {
        evidence.push(...given);
        return chances({});
      };
      const listeners = { read: () => TOLD.map(() => 1), judge: () => undefined, decide };
      const opinion = { label: 'passed', margin: 0, distances: new Map() } as const;
      const earlier = { first: undefined, opinion };
      sentenceOpinion(page(line, ''), earlier, listeners);
      return evidence;
    };
    const later = '12월 5일(토)에는 접수 화면을 보여 드리지 못합니다.';
    const heard = (line: string) => evidenceFor(line).slice(1, 1 + TOLD.length);
    expect(heard(later)).toEqual(heard(''));
    expect(heard(TROUBLED)).not.toEqual(heard(''));
  });
});

describe('a page that refused the visitor or stopped for one', () => {
  const refusals = TOLD.filter((kind) => RESULT_OF[kind] !== 'failed');

  it('never fails by what is learned, whatever the chances', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...refusals), share, share, (kind, down, part) => {
        const failing = { 'error-page': down * part, maintenance: down * (1 - part) };
        const told = kindOf(failing, { first: finding(kind), alone: finding('error-page') });
        expect(told === undefined || RESULT_OF[told as Finding['kind']] !== 'failed').toBe(true);
      }),
    );
  });

  it('stays what a rule found, however unlikely', () => {
    expect(kindOf({}, { first: finding('waiting-room') })).toBe('waiting-room');
    expect(kindOf({}, { first: finding('blocked', { rule: 'like-blocked' }) })).toBeUndefined();
  });

  it('fails if only the reader of pages guessed the refusal and words say otherwise', () => {
    const guessed = finding('login-rejected', { rule: 'like-login-rejected' });
    expect(kindOf({ 'error-page': 0.9 }, { first: guessed })).toBe('error-page');
  });
});

describe('a page that lacks its marker', () => {
  const first = finding('changed', { rule: 'marker-missing' });

  it('fails if its words say why', () => {
    expect(kindOf({ 'error-page': 0.9 }, { first })).toBe('error-page');
  });

  it('stays as it is otherwise', () => {
    expect(kindOf({ 'error-page': 0.9 }, { first, line: VAGUE })).toBe('changed');
    expect(kindOf({}, { first })).toBe('changed');
  });
});

describe('an outage that the rules found by words', () => {
  const first = finding('error-page');

  it('is a doubt if it is unlikely, and nothing if it is very unlikely', () => {
    expect(opinionOf({ 'error-page': 0.4 }, { first })).toMatchObject({
      kind: 'unknown',
      rule: 'unsaid-error-page',
    });
    expect(kindOf({ 'error-page': 0.05 }, { first })).toBeUndefined();
    expect(kindOf({ 'error-page': 0.6 }, { first })).toBe('error-page');
  });

  it('stays if the page shows nothing else', () => {
    expect(kindOf({}, { first, around: '' })).toBe('error-page');
  });

  it('is planned work if that is likelier, and the reverse', () => {
    expect(kindOf({ maintenance: 0.9 }, { first })).toBe('maintenance');
    const work = finding('maintenance');
    expect(kindOf({ 'error-page': 0.9 }, { first: work })).toBe('error-page');
  });

  it('is a doubt at most if a machine wrote the words', () => {
    const machine = finding('error-page', { matched: '502 Bad Gateway', rule: 'gateway-page' });
    expect(kindOf({}, { first: machine })).toBe('unknown');
    expect(kindOf({ 'error-page': 0.6 }, { first: machine })).toBe('error-page');
  });

  it('stays if a status says it', () => {
    const status = finding('http-error', { matched: 'HTTP 500', rule: 'status-internal' });
    expect(kindOf({}, { first: status })).toBe('http-error');
  });
});
