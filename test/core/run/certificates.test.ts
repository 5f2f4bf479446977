import { describe, expect, it } from 'vitest';
import { noteCertificate, soonest } from '#core/run/certificates';

describe('certificates that a run has seen', () => {
  it('count once for each host, by the one that expires first', () => {
    const seen: Record<string, number> = {};
    for (const days of [30, 10, 20]) noteCertificate(seen, 'a.example', days);
    noteCertificate(seen, 'b.example', 15);
    expect(seen).toEqual({ 'a.example': 10, 'b.example': 15 });
    expect(soonest(seen)).toBe(10);
  });

  it('may be none', () => {
    expect(soonest({})).toBeUndefined();
    expect(soonest(undefined)).toBeUndefined();
    expect(soonest({ 'a.example': 0 })).toBe(0);
  });
});
