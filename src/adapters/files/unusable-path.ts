import type { Localised } from '#core/time/duration';

/** What a person can change about a path. */
export interface UnusablePath {
  readonly path: string;
  readonly why: Localised;
  /** The user lacks rights, which another owner or mode would give. */
  readonly rights: boolean;
}

const RIGHTS: Localised = {
  en: 'this user has no right to it',
  ko: '이 사용자에게 권한이 없습니다',
};
const FILE: Localised = {
  en: 'a file or a link is in the way',
  ko: '같은 이름의 파일이나 링크가 있습니다',
};

/** Also behind a link to nothing, and below /proc. */
export const NOWHERE: Localised = {
  en: 'nothing can be created there',
  ko: '그곳에는 만들 수 없습니다',
};

/** By the code of Node's error. */
const WHY: Readonly<Record<string, Localised>> = {
  EACCES: RIGHTS,
  EPERM: RIGHTS,
  EROFS: { en: 'its file system is read-only', ko: '읽기 전용 파일 시스템입니다' },
  ENOSPC: { en: 'its disk is full', ko: '디스크에 남은 공간이 없습니다' },
  EDQUOT: { en: 'the quota of its disk is used up', ko: '디스크 할당량을 다 썼습니다' },
  EEXIST: FILE,
  ENOTDIR: FILE,
  EISDIR: { en: 'a folder is in the way', ko: '같은 이름의 폴더가 있습니다' },
  ELOOP: { en: 'its links lead in a circle', ko: '심볼릭 링크가 서로를 가리킵니다' },
  ENAMETOOLONG: { en: 'its name is too long', ko: '이름이 너무 깁니다' },
};

/** What LevelDB writes after a path, from the system. Its errors carry no code of Node. */
const OF_LEVELDB: readonly (readonly [string, string])[] = [
  ['Permission denied', 'EACCES'],
  ['Read-only file system', 'EROFS'],
  ['No space left on device', 'ENOSPC'],
  ['Disk quota exceeded', 'EDQUOT'],
];

/**
 * Undefined for an error that says nothing about a path, or nothing that a person can change.
 * `written`: a failed write, as to a full disk, does not say where.
 */
export function unusablePath(error: unknown, written?: string): UnusablePath | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' && syscall === 'mkdir' && path !== undefined) {
    return { path, why: NOWHERE, rights: false };
  }
  const at = path ?? (syscall === 'write' ? written : undefined);
  if (at !== undefined) return because(code ?? '', at);
  const [, file = '', said = ''] = /^IO error: (.+): ([\w -]+)$/.exec(error.message) ?? [];
  const [, known = ''] = OF_LEVELDB.find(([words]) => words === said) ?? [];
  return because(known, file);
}

function because(code: string, path: string): UnusablePath | undefined {
  const why = WHY[code];
  return why && { path, why, rights: why === RIGHTS };
}
