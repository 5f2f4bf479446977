import * as z from 'zod/mini';
import { both } from '#adapters/configuration/both';

/** Ids are part of table keys and resource names. */
export const id = z.string().check(
  z.regex(/^[a-z][a-z0-9-]{0,39}$/, {
    error: both(
      'must be 1 to 40 characters of a-z, 0-9 and -, starting with a letter',
      '영문 소문자로 시작하는 a-z, 0-9, - 1~40자여야 합니다',
    ),
  }),
);
