import type { Message, Tone } from '#core/notice/chat-message';

const COLOURS: Readonly<Record<Tone, string>> = {
  bad: '#d92d20',
  warning: '#f79009',
  good: '#12b76a',
  note: '#667085',
};

/** Limits of Block Kit: characters of a header and of a field, fields of a section. */
const HEADER = 150;
const FIELD = 2_000;
const FIELDS = 10;

/**
 * A body for an incoming webhook of Slack. Such a webhook cannot reply in a thread, because Slack
 * does not return the id of the message. The footer links the messages of one outage instead.
 */
export function toSlack(message: Message): Readonly<Record<string, unknown>> {
  const { title, tone, lead, fields, links, footer } = message;
  const section = (text: string) => ({ type: 'section', text: mrkdwn(text) });
  const blocks = [
    { type: 'header', text: { type: 'plain_text', text: cut(title, HEADER) } },
    ...(lead ? [section(escaped(lead))] : []),
    {
      type: 'section',
      fields: fields
        .slice(0, FIELDS)
        .map(({ label, value }) => mrkdwn(`*${escaped(label)}*\n${escaped(value)}`)),
    },
    ...(links.length > 0
      ? [section(links.map(({ label, url }) => `<${url}|${escaped(label)}>`).join(' · '))]
      : []),
    { type: 'context', elements: [mrkdwn(escaped(footer))] },
  ];
  return { text: escaped(title), attachments: [{ color: COLOURS[tone], blocks }] };
}

function mrkdwn(text: string) {
  return { type: 'mrkdwn', text: cut(text, FIELD) };
}

/**
 * Slack reads these three characters as markup:
 * https://docs.slack.dev/messaging/formatting-message-text.
 */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
