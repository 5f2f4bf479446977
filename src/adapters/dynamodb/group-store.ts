import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { GroupState } from '#core/detection/group-state';
import { VersionConflictError } from '#core/errors';
import { cleanJson } from '#core/formats/clean-text';
import type { Clock } from '#core/ports/ambient';
import type { GroupStore } from '#core/ports/states';
import { fromItem, type Item } from './item.ts';
import { isVersion, LAST, type TableClient } from './table-client.ts';

/** The project's limit for an item, without its keys. DynamoDB's own is 400 KB. */
const PIECE_BYTES = 95_000;

const PIECES = 'STATE-PIECE#';

/**
 * `GROUP#<id>` / `STATE`: deflated JSON, written only over the version it came from. A large state
 * is split: the rest goes first into `STATE-PIECE#<version>#<digest>#<n>`. Only the put of `STATE`
 * commits. Pieces that it does not name are ignored.
 */
export function createGroupStore(table: TableClient, clock: Clock): GroupStore {
  return {
    async load(group) {
      const pk = `GROUP#${group}`;
      // A commit in between removes the pieces of the version that was read, so this reads again.
      for (let tries = 0; tries < 3; tries += 1) {
        const head = await table.get({ pk, sk: 'STATE' }, { consistent: true });
        if (!head) return undefined;
        const packed = await readPacked(table, pk, head);
        if (packed) return unpack(packed);
      }
      throw conflict(group, 'was replaced three times while being read');
    },

    async commit(state) {
      const pk = `GROUP#${state.group}`;
      const packed = deflateRawSync(JSON.stringify(state));
      const pieces = Math.ceil(packed.length / PIECE_BYTES);
      const prefix = piecePrefix(state.version, packed);
      for (let index = 1; index < pieces; index += 1) {
        const document = packed.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES);
        await table.put({ key: { pk, sk: `${prefix}${index}` }, document });
      }
      const committed = await table.put(
        {
          key: { pk, sk: 'STATE' },
          document: packed.subarray(0, PIECE_BYTES),
          attributes: { version: state.version, ...(pieces > 1 ? { pieces, prefix } : {}) },
        },
        isVersion(state.version - 1),
      );
      if (!committed) throw conflict(state.group, `is not at version ${state.version - 1}`);
      if (pieces > 1) await retirePieces(table, { pk, before: prefix, at: clock.now() });
    },
  };
}

function conflict(group: string, what: string): VersionConflictError {
  return new VersionConflictError(`The state of ${group} ${what}.`, 'Evaluate the group again.');
}

/** The digest keeps two writers of the same version from mixing their pieces. */
function piecePrefix(version: number, packed: Uint8Array): string {
  const digest = createHash('sha256').update(packed).digest('hex').slice(0, 16);
  return `${PIECES}${String(version).padStart(12, '0')}#${digest}#`;
}

/** Undefined if pieces are missing. */
async function readPacked(
  table: TableClient,
  pk: string,
  head: Item,
): Promise<Uint8Array | undefined> {
  // Layout 1 stored the bytes as base64 in a JSON string.
  if (!head.doc?.B) return Buffer.from(fromItem<string>(head), 'base64');
  const prefix = head.prefix?.S;
  if (prefix === undefined) return head.doc.B;
  const tail = await table.all({ pk, from: prefix, to: `${prefix}${LAST}`, consistent: true });
  if (tail.length !== Number(head.pieces?.N) - 1) return undefined;
  const bytes = tail
    .toSorted((a, b) => pieceNumber(a) - pieceNumber(b))
    .map((item) => item.doc?.B ?? new Uint8Array());
  return Buffer.concat([head.doc.B, ...bytes]);
}

function pieceNumber(item: Item): number {
  return Number(item.sk?.S?.split('#').at(-1));
}

function unpack(packed: Uint8Array): GroupState {
  return JSON.parse(cleanJson(inflateRawSync(packed).toString('utf8'))) as GroupState;
}

interface Retirement {
  readonly pk: string;
  /** Prefix of the pieces in use. */
  readonly before: string;
  readonly at: number;
}

/**
 * Overwrites older pieces with empty, expired items, because the evaluator may not delete. Pieces
 * of a state that shrank into one item wait for the next large one.
 */
async function retirePieces(table: TableClient, { pk, before, at }: Retirement): Promise<void> {
  for (const item of await table.all({ pk, from: PIECES, to: before })) {
    await table.put({ key: { pk, sk: item.sk?.S ?? '' }, document: null, expiresAt: at });
  }
}
