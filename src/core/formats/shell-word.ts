/** A path inside a command to copy. Quoted if a shell would split or change it. */
export function shellWord(path: string): string {
  return /^[\p{L}\p{N}_./:@%+=,~-]+$/u.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
