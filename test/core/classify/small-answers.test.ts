import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import { page } from './corpus/page.ts';

/** As of sites for devices, which say little and are used as controls. */
describe('an answer of a few letters', () => {
  it.each(['Success', 'OK', 'pong', 'alive', '정상', 'version 1.2.3', 'Hello, world', 'Welcome'])(
    'passes if it is the expected text: %s',
    (text) => {
      const markers = [{ name: 'main', expected: true, found: true, text }] as const;
      expect(classify(page('passed', text, { text, markers }).seen).result).toBe('passed');
    },
  );
});
