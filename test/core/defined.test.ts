import { describe, expect, it } from 'vitest';
import { defined } from '#core/defined';

describe('the defined part of an object', () => {
  it('has every field but those that are undefined', () => {
    expect(Object.keys(defined({ a: 0, b: undefined, c: '', d: null, e: false }))).toEqual([
      'a',
      'c',
      'd',
      'e',
    ]);
  });

  it('overwrites nothing with undefined when it is spread', () => {
    const absent: { readonly ms: number | undefined } = { ms: undefined };
    expect({ ms: 5, ...defined(absent) }).toEqual({ ms: 5 });
  });
});
