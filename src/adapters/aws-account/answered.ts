import type { Answer } from '#core/plan/diagnosis/account-facts';

/** A refused question is an answer of its own: it must not hide the others. */
export async function answered<T>(ask: () => Promise<T>): Promise<Answer<T>> {
  try {
    return await ask();
  } catch (error) {
    return { error: nameOf(error) };
  }
}

/** Network errors have a code and no name of their own. */
function nameOf(error: unknown): string {
  const { code, name = 'error' } = error as { readonly code?: string; readonly name?: string };
  return name === 'Error' ? (code ?? name) : name;
}
