import { describe, expect, it } from 'vitest';
import { reachable } from '#lambda/wiring/reachable';
import { configurationWith } from './api/api-bench.ts';

const deployed = {
  BONGHWA_API_URL: 'https://api.deployed.example',
  BONGHWA_PAGE_URL: 'https://cdn.example',
};
const page = { operator: '시민 감시단', contact: 'a@example.kr', url: '', simulated: false };
const given = configurationWith();
const unnamed = { ...given, texts: { ...given.texts, statusUrl: '' }, page };

describe('the addresses that people are given', () => {
  it('are those of the deployment where the configuration names none', () => {
    const { api, texts, page: found } = reachable(unnamed, deployed);
    expect([api.url, texts.statusUrl, found?.url]).toEqual([
      'https://api.deployed.example',
      'https://cdn.example',
      'https://cdn.example',
    ]);
  });

  it('are those of the configuration where it names them', () => {
    const named = {
      ...unnamed,
      api: { ...given.api, url: 'https://api.example.kr' },
      page: { ...page, url: 'https://page.example.kr' },
    };
    const { api, texts } = reachable(named, deployed);
    expect([api.url, texts.statusUrl]).toEqual([
      'https://api.example.kr',
      'https://page.example.kr',
    ]);
    expect(reachable(given, deployed).texts.statusUrl).toBe('https://status.example.kr');
  });

  it('are none where nothing is published', () => {
    const { page: _, ...without } = unnamed;
    const found = reachable(without, {});
    expect([found.api.url, found.texts.statusUrl, found.page]).toEqual(['', '', undefined]);
  });
});
