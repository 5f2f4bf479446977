import * as z from 'zod/mini';

/** Ids are part of table keys and resource names. */
export const id = z.string().check(
  z.regex(/^[a-z][a-z0-9-]{0,39}$/, {
    error: 'must be 1 to 40 characters of a-z, 0-9 and -, starting with a letter',
  }),
);
