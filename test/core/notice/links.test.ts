import { describe, expect, it } from 'vitest';
import { linksOf } from '#core/notice/links';
import { CONTEXT, noticeOf } from '../../support/notices.ts';

const API = 'https://api.example.kr';
const PAGE = 'https://status.example.kr';
const linksWith = (apiUrl: string, statusUrl: string) =>
  linksOf(noticeOf('opened'), { apiUrl, texts: { ...CONTEXT.texts, statusUrl, runbookUrl: '' } });

describe('the links of a notice', () => {
  it('show the status on the page, or else on the API', () => {
    expect(linksWith(API, PAGE).status).toBe(PAGE);
    expect(linksWith('', PAGE).status).toBe(PAGE);
    expect(linksWith(API, '').status).toBe(`${API}/v1/status`);
  });

  it('are absent where no address is known', () => {
    expect(linksWith('', '')).toEqual({});
  });

  it('name the run of a blip, the record of an outage and neither for engineers', () => {
    const recordOf = (type: 'opened' | 'blip' | 'attention') => {
      const notice = noticeOf(type);
      return linksOf(notice, CONTEXT).record;
    };
    expect(recordOf('opened')).toBe(`${API}/on-call/outages/${noticeOf('opened').outage}`);
    expect(recordOf('blip')).toBe(`${API}/on-call/runs/work24/1721261700000-work24-probe`);
    expect(recordOf('attention')).toBeUndefined();
  });
});
