import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUCKETS, bucketsOf, factsOf, featuresOf } from '#core/classify/learned/features';
import { modelOf, opinionOf, tellingLine } from '#core/classify/learned/model';
import { pageOf } from '#core/classify/page';
import { packed } from '../../../../scripts/train/pack.ts';
import { trainAll } from '../../../../scripts/train/support-vectors.ts';
import weights from '../../../../src/core/classify/learned/weights.json' with { type: 'json' };
import { digestOf } from '../corpus/digest.ts';
import { said } from '../corpus/page.ts';
import { TRAINED_ON } from '../corpus/trained-on.ts';

const featuresOfText = (text: string) => featuresOf(pageOf(said('unknown', '', text).seen));

describe('the features of a page', () => {
  it('are distinct buckets, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const buckets = bucketsOf(text);
        expect(new Set(buckets).size).toBe(buckets.length);
        expect(buckets.every((bucket) => bucket >= 0 && bucket < BUCKETS)).toBe(true);
        expect(bucketsOf(text)).toEqual(buckets);
      }),
    );
  });

  it('do not depend on numbers and white space', () => {
    const one = featuresOfText('점검 시간: 22:00 ~ 06:00');
    expect(featuresOfText('점검  시간: 23:30 ~ 07:30').buckets).toEqual(one.buckets);
  });

  it('are as many facts as there are weights for', () => {
    const facts = factsOf(pageOf(said('unknown', '', '안내').seen));
    for (const row of weights.facts) expect(row).toHaveLength(facts.length);
  });
});

describe('the weights', () => {
  it('were learned from the corpus as it is: after a change run `npm run train`', () => {
    expect(weights.trainedOn).toBe(digestOf(TRAINED_ON));
  });

  it('point at the line that decided', () => {
    const lines = ['고용24', '시스템 점검으로 서비스를 일시 중단합니다.', '개인정보처리방침'];
    expect(tellingLine(lines, 'maintenance')).toBe(lines[1]);
  });
});

describe('learning', () => {
  const pages = [
    ['up', '채용 정보와 훈련 과정을 찾아보세요'],
    ['up', '훈련 과정과 지원금을 알아보세요'],
    ['up', '채용 공고를 찾아보고 지원하세요'],
    ['down', '오류가 발생하여 처리하지 못했습니다'],
    ['down', '시스템 오류로 화면을 열지 못했습니다'],
    ['down', '오류가 발생하였으니 다시 시도하세요'],
  ] as const;
  const examples = pages.map(([label, text]) => ({ label, features: featuresOfText(text) }));
  const model = modelOf(packed(trainAll(examples, ['down', 'up'])));

  it('distinguishes the pages of its training, and similar ones', () => {
    const read = (text: string) => opinionOf(featuresOfText(text), model).label;
    expect(pages.map(([, text]) => read(text))).toEqual(pages.map(([label]) => label));
    expect(read('알 수 없는 오류가 발생했습니다')).toBe('down');
    expect(read('지원금과 채용 공고를 찾아보세요')).toBe('up');
  });

  it('gives the same weights for the same pages', () => {
    expect(packed(trainAll(examples, ['down', 'up']))).toEqual(
      packed(trainAll(examples, ['down', 'up'])),
    );
  });
});
