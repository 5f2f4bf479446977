import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SQSRecord } from 'aws-lambda';
import { z } from 'zod';
import { defined } from '#core/defined';
import type { Language } from '#core/time/duration';
import type { QueueReader } from '#local/cloud/queue-reader';
import { REPLAY_WORDS } from '#local/replay/replay-words';

/** One message as SNS delivered it to its subscribers. */
export interface Delivered {
  /** The notice's id: `<outage>#<seq>`. */
  readonly notice: string;
  readonly type: string;
  readonly messageId: string;
  readonly subject: string;
  /** The text for a subscribed phone. Absent if the notice is not for phones. */
  readonly sms?: string;
  readonly email: string;
  /** Only for subscribers of some of the services. */
  readonly own?: true;
}

/** The audience of a message, if that is not everybody. */
export function audienceOf({ own }: Pick<Delivered, 'own'>, language: Language): string {
  return own ? REPLAY_WORDS[language].onlySubscribers : '';
}

/** A message for a webhook or a chat channel, in its format. */
export interface Posted {
  readonly to: string;
  readonly messageId: string;
  readonly body: unknown;
}

const texts = z.object({ default: z.string(), email: z.string(), sms: z.string().exactOptional() });

const envelope = z.object({
  MessageId: z.string(),
  TopicArn: z.string(),
  Subject: z.string().default(''),
  Message: z.string(),
  MessageAttributes: z.record(z.string(), z.object({ Value: z.string() })).default({}),
});

const webhookPost = z.object({ webhook: z.string(), body: z.unknown() });

/** Topics for chat end with `-chat-` and the channel's id. */
const CHAT = /-chat-([a-z][a-z0-9-]*)$/;

/** Deliveries over all starts of one replay. Each is stored before it leaves the queue. */
export class Inbox {
  readonly #reader: QueueReader;
  readonly #file: string;
  readonly #messages: Map<string, Delivered | Posted>;

  private constructor(reader: QueueReader, file: string, earlier: readonly (Delivered | Posted)[]) {
    this.#reader = reader;
    this.#file = file;
    this.#messages = new Map(earlier.map((message) => [message.messageId, message]));
  }

  static async open(reader: QueueReader, folder: string): Promise<Inbox> {
    const file = join(folder, 'delivered.jsonl');
    const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').filter(Boolean);
    return new Inbox(reader, file, lines.flatMap(parseLine));
  }

  get messages(): readonly Delivered[] {
    return [...this.#messages.values()].filter(isDelivered);
  }

  get posts(): readonly Posted[] {
    return [...this.#messages.values()].filter(isPosted);
  }

  /** Takes everything delivered since the last call. Repeated deliveries count once. */
  async drain(): Promise<readonly Delivered[]> {
    const records = await this.#reader.receive();
    const fresh = records.map(read).filter(({ messageId }) => !this.#messages.has(messageId));
    for (const message of fresh) {
      await appendFile(this.#file, `${JSON.stringify(message)}\n`, { mode: 0o600 });
      this.#messages.set(message.messageId, message);
    }
    for (const record of records) await this.#reader.delete(record);
    return fresh.filter(isDelivered);
  }
}

/** A kill may have cut the last line. Its message is still in the queue. */
function parseLine(line: string): readonly (Delivered | Posted)[] {
  try {
    return [JSON.parse(line) as Delivered | Posted];
  } catch {
    return [];
  }
}

function isDelivered(message: Delivered | Posted): message is Delivered {
  return !isPosted(message);
}

function isPosted(message: Delivered | Posted): message is Posted {
  return 'to' in message;
}

function read(record: SQSRecord): Delivered | Posted {
  const parsed: unknown = JSON.parse(record.body);
  const post = webhookPost.safeParse(parsed);
  if (post.success) {
    const { webhook, body } = post.data;
    return { to: `webhook ${webhook}`, messageId: record.messageId, body };
  }
  const message = envelope.parse(parsed);
  const [, chat] = CHAT.exec(message.TopicArn) ?? [];
  return chat === undefined
    ? readNotice(message)
    : { to: `chat ${chat}`, messageId: message.MessageId, body: JSON.parse(message.Message) };
}

function readNotice(message: z.infer<typeof envelope>): Delivered {
  const { email, sms } = texts.parse(JSON.parse(message.Message));
  const attribute = (name: string) => message.MessageAttributes[name]?.Value ?? '';
  return {
    notice: attribute('notice'),
    type: attribute('type'),
    messageId: message.MessageId,
    subject: message.Subject,
    email,
    ...defined({ sms, own: attribute('own') === 'yes' ? (true as const) : undefined }),
  };
}
