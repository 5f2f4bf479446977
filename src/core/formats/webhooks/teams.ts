import type { Message, Tone } from '#core/notice/chat-message';

/** Colours of a container in an Adaptive Card. */
const STYLES: Readonly<Record<Tone, string>> = {
  bad: 'attention',
  warning: 'warning',
  good: 'good',
  note: 'emphasis',
};

/**
 * A body for a Teams workflow that starts at a webhook ("When a Teams webhook request is
 * received"): one Adaptive Card. Teams accepts 28 KB.
 */
export function toTeams(message: Message): Readonly<Record<string, unknown>> {
  const { title, tone, lead, fields, links, footer } = message;
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    msteams: { width: 'Full' },
    body: [
      {
        type: 'Container',
        style: STYLES[tone],
        bleed: true,
        items: [text(title, { weight: 'Bolder', size: 'Medium' })],
      },
      ...(lead ? [text(lead)] : []),
      {
        type: 'FactSet',
        facts: fields.map(({ label, value }) => ({ title: label, value: plain(value) })),
      },
      text(footer, { isSubtle: true, size: 'Small' }),
    ],
    actions: links.map(({ label, url }) => ({ type: 'Action.OpenUrl', title: label, url })),
  };
  const card = {
    contentType: 'application/vnd.microsoft.card.adaptive',
    contentUrl: null,
    content,
  };
  return { type: 'message', attachments: [card] };
}

function text(value: string, more: Readonly<Record<string, unknown>> = {}) {
  return { type: 'TextBlock', text: plain(value), wrap: true, ...more };
}

/** Adaptive Cards read part of Markdown. Words from a portal's page must not become a link. */
export function plain(value: string): string {
  return value.replace(/[\\*_[\]`]/g, '\\$&');
}
