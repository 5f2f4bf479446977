import { escaped } from '#core/formats/webhooks/slack';
import { plain } from '#core/formats/webhooks/teams';
import type { Message } from '#core/notice/chat-message';
import type { Notice } from '#core/notice/notice';
import type { Chat } from '#core/watch/webhooks';

/** Limits of the custom notification schema, characters. */
const TITLE = 250;
const DESCRIPTION = 8_000;

const MARKS: Readonly<Record<Message['tone'], string>> = {
  bad: ':red_circle:',
  warning: ':large_orange_circle:',
  good: ':large_green_circle:',
  note: ':information_source:',
};

interface Markup {
  plain(text: string): string;
  label(text: string): string;
  link(label: string, url: string): string;
}

/** Markup that `client-markdown` means for each client. */
const MARKUP: Readonly<Record<Chat['type'], Markup>> = {
  slack: {
    plain: escaped,
    label: (text) => `*${escaped(text)}*`,
    link: (label, url) => `<${url}|${escaped(label)}>`,
  },
  teams: {
    plain,
    label: (text) => `**${plain(text)}**`,
    link: (label, url) => `[${plain(label)}](${url})`,
  },
};

/**
 * A custom notification of Amazon Q Developer in chat applications, as the message of an SNS topic.
 * All notices of an outage go into one thread. Source: AWS, "Custom notifications".
 */
export function toAmazonQ(
  message: Message,
  notice: Notice,
  client: Chat['type'],
): Readonly<Record<string, unknown>> {
  const { title, tone, lead, fields, links, footer } = message;
  const { plain: say, label: bold, link } = MARKUP[client];
  const description = [
    ...(lead ? [say(lead)] : []),
    ...fields.map(({ label, value }) => `${bold(label)}: ${say(value)}`),
    ...links.map(({ label, url }) => link(label, url)),
    say(footer),
  ].join('\n\n');
  return {
    version: '1.0',
    source: 'custom',
    id: notice.id,
    content: {
      textType: 'client-markdown',
      title: `${MARKS[tone]} ${title}`.slice(0, TITLE),
      description: description.slice(0, DESCRIPTION),
    },
    metadata: {
      threadId: notice.outage,
      summary: title.slice(0, TITLE),
      eventType: notice.type,
    },
  };
}
