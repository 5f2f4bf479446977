import type { Blip } from '#core/history/blip';
import type { NoticeContext } from '#core/notice/compose-notice';
import { cleanSubject, sayBetween, serviceName, stageMark } from '#core/notice/email';
import type { Notice } from '#core/notice/notice';
import { symptomOf } from '#core/notice/symptom';
import { wordsOf } from '#core/notice/texts/languages';
import { kstMinute } from '#core/time/kst';

/** For programs and subscribers of blips. No phone and no mailbox gets it. */
export function composeBlip(blip: Blip, group: string, context: NoticeContext): Notice {
  const words = wordsOf(context.texts.language);
  const { labels, tags } = words;
  const name = serviceName(context.catalogue, blip.service, words);
  const tag = [stageMark(context.stage), tags.blip].filter(Boolean).join(' ');
  const symptom = words.symptoms[symptomOf(blip)];
  const outage = `${group}-blip-${blip.run}`;
  const at = blip.endedBetween.by;
  const span = `${kstMinute(blip.startedBetween.by)}~${kstMinute(at)} KST`;
  return {
    id: `${outage}#1`,
    outage,
    seq: 1,
    type: 'blip',
    group,
    services: [blip.service],
    severity: 'info',
    at,
    facts: { about: 'blip', blip },
    subject: cleanSubject(`[${tag}] ${name} ${symptom} ${span}`),
    text: [
      labels.noOutage,
      '',
      `${labels.since}: ${sayBetween(blip.startedBetween, words)}`,
      `${labels.until}: ${sayBetween(blip.endedBetween, words)}`,
      `${labels.concerned}: ${name}`,
      `${labels.seen}: [${words.layers[blip.layer]}] ${words.kinds[blip.kind]}`,
      `${labels.notice}: ${outage}#1`,
    ].join('\n'),
  };
}
