import { afterEach, describe, expect, it, vi } from 'vitest';
import { judged } from '#core/classify/judged';
import { recordOfNothing } from '#core/run/run-record';
import { stepTeller, tellVerdict, toldAsJson, verdictLines } from '../../../bin/checking/tell.ts';
import { aRecord } from '../../support/builders.ts';

/**
 * A title that turns the terminal red, ends in half a character and turns the direction of text.
 */
const HOSTILE = '고용24 \u001b[31m\u202e점검 \ud83d';

const said: string[] = [];

const verdict = {
  result: 'failed',
  kind: 'timeout',
  layer: 'data',
  rule: 'test',
  reason: `The title is ${HOSTILE}.`,
  matched: HOSTILE,
} as const;

describe('what a page says, on a terminal', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    said.length = 0;
  });

  it('comes without control characters, halves of characters and marks of direction', () => {
    const hear = (text: string) => void said.push(text);
    vi.spyOn(console, 'log').mockImplementation(hear);
    vi.spyOn(console, 'error').mockImplementation(hear);
    const told = { verdict, record: aRecord({ note: { ko: HOSTILE, en: HOSTILE } }), files: [] };
    tellVerdict('work24/login', told, 'en');
    const step = { name: HOSTILE, layer: 'data', status: 'failed', error: HOSTILE } as const;
    stepTeller('en')({ ...step, startedMs: 0, durationMs: 1 });
    said.push(toldAsJson({ url: 'https://www.work24.go.kr/' }, told));
    expect(said).toHaveLength(4);
    for (const text of said) {
      expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
      expect(text.isWellFormed()).toBe(true);
      expect(text).toContain('점검');
    }
    expect(JSON.parse(said[3] ?? '')).toMatchObject({ matched: expect.stringContaining('고용24') });
    expect(said[3]).not.toMatch(/\\u(d8|00)/i);
  });
});

describe('a step on a terminal', () => {
  const said = (language: 'ko' | 'en', name: string) => {
    const err = vi.spyOn(console, 'error').mockImplementation(() => {});
    const record = {
      name,
      layer: 'static',
      status: 'failed',
      startedMs: 0,
      durationMs: 12,
    } as const;
    stepTeller(language)({ ...record, error: 'no answer' });
    const text = err.mock.calls.flat().join();
    err.mockRestore();
    return text;
  };

  it('is in the language of the screen, its layer too', () => {
    expect(said('en', 'main')).toBe(
      '  ✘     12 ms  static      content of the main page  no answer',
    );
    expect(said('ko', 'main')).toBe('  ✘     12 ms  첫 화면      첫 화면 내용  원문: no answer');
  });

  it('is called as the author of an own journey named it', () => {
    expect(said('en', '주문하기')).toContain('주문하기');
  });
});

describe('a verdict on a service of an inner network', () => {
  const lines = (record: ReturnType<typeof recordOfNothing>) =>
    verdictLines({ verdict: judged(record.observation), record }, 'en').join(' ');

  it.each(['net::ERR_CERT_AUTHORITY_INVALID', 'DEPTH_ZERO_SELF_SIGNED_CERT'])(
    'says where an authority of its own is named: %s',
    (code) => {
      const fault = { phase: 'tls', code, message: code, timedOut: false } as const;
      expect(lines(recordOfNothing({ fault }))).toContain('name its file in `watch.caFile`');
    },
  );

  it('does not say so of an expired certificate', () => {
    const code = 'net::ERR_CERT_DATE_INVALID';
    const fault = { phase: 'tls', code, message: code, timedOut: false } as const;
    expect(lines(recordOfNothing({ fault }))).not.toContain('caFile');
  });

  it('says what to do if the server asks for an account', () => {
    const fault = { phase: 'step', message: 'main does not show', timedOut: false } as const;
    const { observation, ...record } = recordOfNothing({ fault });
    const seen = { ...observation, status: 401, text: '401 Unauthorized' };
    expect(lines({ ...record, observation: seen })).toContain('asks for an account');
  });
});
