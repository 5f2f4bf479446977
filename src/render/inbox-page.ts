import { html } from 'hono/html';
import type { Message } from '#core/notice/chat-message';
import type { Delivery, Notice } from '#core/notice/notice';
import { SMS_UNITS, smsUnits } from '#core/notice/sms';
import { wordsOf } from '#core/notice/texts/languages';
import type { Language } from '#core/time/duration';
import { kstMinute } from '#core/time/kst';
import { toText } from '#render/markup';
import { mailBody } from '#render/notice-mail';

/** One notice as each channel shows it. */
export interface InboxEntry {
  readonly notice: Notice;
  readonly message: Message;
  readonly deliveries: readonly Delivery[];
  /** Bodies of the configured webhooks, by channel. */
  readonly bodies: Readonly<Record<string, unknown>>;
}

export interface Inbox {
  readonly entries: readonly InboxEntry[];
  /** The prefix of an SMS. */
  readonly displayName: string;
  /** Of the notices. */
  readonly language: Language;
}

const en = {
  title: (count: number) => `Inbox · latest notices: ${count}`,
  none: 'No notice has been sent.',
  states: {
    pending: 'being sent',
    sent: 'accepted',
    failed: 'refused, tried again',
    withheld: 'withheld',
  },
  tries: (count: number) => `(attempt ${count})`,
  units: (units: number, most: number) => `SMS ${units}/${most}`,
  mail: 'Text of the mail',
};

const ko: typeof en = {
  title: (count) => `알림함 · 최근 알림 ${count}건`,
  none: '아직 보낸 알림이 없습니다.',
  states: {
    pending: '보내는 중',
    sent: '접수됨',
    failed: '접수되지 않아 다시 시도함',
    withheld: '보내지 않음',
  },
  tries: (count) => `(${count}회)`,
  units: (units, most) => `SMS ${units}/${most}자`,
  mail: '메일 본문',
};

const TEXTS = { ko, en } satisfies Readonly<Record<Language, typeof en>>;

/** The latest notices of this machine, newest first, as recipients see them. Only for loopback. */
export function inboxPage(inbox: Inbox): string {
  const { entries, language } = inbox;
  const title = TEXTS[language].title(entries.length);
  return `<!doctype html>\n${toText(html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="15">
<title>${title}</title>
<style>
body { font-family: sans-serif; margin: 2em auto; max-width: 60em; padding: 0 1em; word-break: keep-all }
article { border: 1px solid #bbb; border-radius: 8px; margin: 1.5em 0; padding: 1em }
.sms { background: #e8f0e4; border-radius: 12px; max-width: 22em; padding: .8em }
pre { overflow: auto; white-space: pre-wrap }
.failed { color: #c62828 }
</style>
</head>
<body>
<h1>${title}</h1>
${entries.length === 0 ? html`<p>${TEXTS[language].none}</p>` : ''}
${entries.map((entry) => article(entry, inbox))}
</body>
</html>`)}\n`;
}

function article(
  { notice, message, deliveries, bodies }: InboxEntry,
  { displayName, language }: Inbox,
) {
  const { sms } = notice;
  const say = TEXTS[language];
  return html`<article>
<p>${kstMinute(notice.at)} KST · ${wordsOf(language).tags[notice.type]} · ${notice.id}</p>
${deliveries.map(
  ({ channel, state, attempts, lastError }) =>
    html`<p class="${state}">${channel}: ${say.states[state]} ${say.tries(attempts)} ${lastError ?? ''}</p>`,
)}
${sms ? html`<p class="sms">${sms}</p><p>${say.units(smsUnits(sms, displayName), SMS_UNITS)}</p>` : ''}
${mailBody(message)}
<details><summary>${say.mail}</summary><pre>${notice.text}</pre></details>
${Object.entries(bodies).map(
  ([channel, body]) =>
    html`<details><summary>${channel}</summary><pre>${JSON.stringify(body, null, 2)}</pre></details>`,
)}
</article>`;
}
