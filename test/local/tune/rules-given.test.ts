import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '#core/errors';
import { defaultConfiguration } from '#local/configuration';
import { underRules } from '#local/tune/rules-given';

const configuration = defaultConfiguration();

describe('rules on the command line', () => {
  it('change what they name and leave the rest', () => {
    const { rules } = underRules('lastsSeconds.together=45,closeAfterPasses=2', configuration);
    expect(rules).toEqual({
      ...configuration.rules,
      lastsSeconds: { ...configuration.rules.lastsSeconds, together: 45 },
      closeAfterPasses: 2,
    });
  });

  it.each([
    ['lastSeconds.together=45', 'there is no rule "lastSeconds.together"'],
    ['__proto__.x=1', 'there is no rule "__proto__.x"'],
    ['closeAfterPasses=', '"" is not a number'],
    ['closeAfterPasses=soon', '"soon" is not a number'],
    ['openAt=3', 'openAt'],
    ['openAt.k=9', 'openAt'],
    ['openAt.k=-1', 'openAt'],
    ['lastsSeconds.together=90', 'together (90 s) is longer than alone (60 s)'],
    ['lastsSeconds.alone=100000', '100000 s is longer than'],
    ['', 'there is no rule ""'],
  ])('are refused as %s, with the reason', (text, reason) => {
    expect(() => underRules(text, configuration)).toThrow(InvalidInputError);
    expect(() => underRules(text, configuration)).toThrow(reason);
  });
});
