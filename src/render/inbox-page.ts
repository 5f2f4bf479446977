import { html } from 'hono/html';
import type { Message } from '#core/notice/chat-message';
import type { Delivery, Notice } from '#core/notice/notice';
import { SMS_UNITS, smsUnits } from '#core/notice/sms';
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
}

/** The latest notices of this machine, newest first, as recipients see them. Only for loopback. */
export function inboxPage({ entries, displayName }: Inbox): string {
  return `<!doctype html>\n${toText(html`<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="15">
<title>알림함</title>
<style>
body { font-family: sans-serif; margin: 2em auto; max-width: 60em; padding: 0 1em; word-break: keep-all }
article { border: 1px solid #bbb; border-radius: 8px; margin: 1.5em 0; padding: 1em }
.sms { background: #e8f0e4; border-radius: 12px; max-width: 22em; padding: .8em }
pre { overflow: auto; white-space: pre-wrap }
.failed { color: #c62828 }
</style>
</head>
<body>
<h1>알림함 · 최근 알림 ${entries.length}건</h1>
${entries.length === 0 ? html`<p>아직 보낸 알림이 없습니다.</p>` : ''}
${entries.map((entry) => article(entry, displayName))}
</body>
</html>`)}\n`;
}

function article({ notice, message, deliveries, bodies }: InboxEntry, displayName: string) {
  const { sms } = notice;
  return html`<article>
<p>${kstMinute(notice.at)} KST · ${notice.type} · ${notice.id}</p>
${deliveries.map(
  ({ channel, state, attempts, lastError }) =>
    html`<p class="${state}">${channel}: ${state} (${attempts}회) ${lastError ?? ''}</p>`,
)}
${sms ? html`<p class="sms">${sms}</p><p>SMS ${smsUnits(sms, displayName)}/${SMS_UNITS}자</p>` : ''}
${mailBody(message)}
<details><summary>메일 본문</summary><pre>${notice.text}</pre></details>
${Object.entries(bodies).map(
  ([channel, body]) =>
    html`<details><summary>${channel}</summary><pre>${JSON.stringify(body, null, 2)}</pre></details>`,
)}
</article>`;
}
