import { createHash } from 'node:crypto';
import { InvalidCursorError } from '#core/errors';

/**
 * A cursor is the sort key of the last item, with a digest over it and the query. It is no secret
 * and grants nothing, because the query always stays inside the partition and the window that the
 * caller may read.
 */
export function encodeCursor(position: string, question: string): string {
  return Buffer.from(`${digest(position, question)}${position}`, 'utf8').toString('base64url');
}

/** The position in the cursor. Throws InvalidCursorError for a forged, cut or foreign one. */
export function decodeCursor(cursor: string, question: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const position = text.slice(DIGEST_LENGTH);
  // Compared as text, because base64 has several spellings of the same bytes.
  if (position !== '' && cursor === encodeCursor(position, question)) return position;
  throw new InvalidCursorError(
    'This cursor was not given out for this query.',
    'Start again without a cursor, then follow the Link header with rel="next".',
  );
}

const DIGEST_LENGTH = 16;

function digest(position: string, question: string): string {
  return createHash('sha256')
    .update(JSON.stringify([question, position]))
    .digest('base64url')
    .slice(0, DIGEST_LENGTH);
}
