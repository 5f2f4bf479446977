import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { MonitorFaultError } from '#core/errors';
import { cleanJson } from '#core/formats/clean-text';

/**
 * Layout of an item. Incremented when it changes, so that both sides of a rolling deployment
 * recognise what they read. Independent of the `schema` of the document inside. 1: JSON as text. 2:
 * JSON as text, or deflated if that is shorter.
 */
export const LAYOUT = 2;

/** Below this size, packing saves no write unit, and text is readable in the console. */
const TEXT_UP_TO = 400;

/** The stored form: JSON as text, or as bytes. */
export function packDocument(document: unknown): AttributeValue {
  const text = JSON.stringify(document);
  if (text.length <= TEXT_UP_TO) return { S: text };
  const packed = deflateRawSync(text);
  return packed.length < Buffer.byteLength(text) ? { B: packed } : { S: text };
}

/**
 * Trusts the content, but not its layout. Cleans text. Throws MonitorFaultError that names `where`.
 */
export function unpackDocument<T>(
  stored: AttributeValue | undefined,
  layout: number,
  where: string,
): T {
  const text = stored && READERS[layout]?.(stored);
  if (text !== undefined) return JSON.parse(cleanJson(text)) as T;
  throw new MonitorFaultError(
    {
      en: `The item ${where} has the layout ${layout}, unknown to this version.`,
      ko: `항목 ${where}의 형식(${layout})을 이 버전은 모릅니다.`,
    },
    {
      en: 'Use the version that wrote it, or a newer one.',
      ko: '그것을 쓴 버전이나 더 새로운 버전을 쓰십시오.',
    },
  );
}

const READERS: Readonly<Record<number, (stored: AttributeValue) => string | undefined>> = {
  1: (stored) => stored.S,
  [LAYOUT]: (stored) => (stored.B ? unpacked(stored.B) : stored.S),
};

/**
 * Documents shrink to about a quarter. zlib's default of 16 KB each would burden the garbage
 * collector.
 */
function unpacked(packed: Uint8Array): string {
  const chunkSize = Math.max(1_024, packed.length * 5);
  return inflateRawSync(packed, { chunkSize }).toString('utf8');
}
