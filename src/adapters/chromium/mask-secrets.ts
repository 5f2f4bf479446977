import type { Credentials } from '#core/run/secret';

export interface MaskOrder {
  readonly values: readonly string[];
}

/** Texts that must not be readable in a picture. */
export function secretValues(credentials: Credentials | undefined): readonly string[] {
  return Object.values(credentials ?? {}).map((secret) => secret.reveal());
}

/** The few parts of the DOM that are used below. The program itself has no DOM. */
interface NodeInPage {
  nodeValue: string | null;
}

interface FieldInPage {
  readonly value: string;
  readonly type: string;
  readonly style: { setProperty(name: string, value: string, priority: string): void };
}

declare const document: {
  readonly body: object | null;
  createTreeWalker(root: object, what: number): { nextNode(): NodeInPage | null };
  querySelectorAll(selector: string): Iterable<FieldInPage>;
};

/**
 * Runs inside the page before a screenshot. Hides password fields, fields that contain a secret,
 * and every readable occurrence. Returns true when finished.
 */
export function maskSecrets({ values }: MaskOrder): boolean {
  const secrets = values.filter((value) => value !== '');
  const hide = (text: string) => secrets.reduce((rest, one) => rest.replaceAll(one, '●●●'), text);
  for (const field of document.querySelectorAll('input, textarea')) {
    if (field.type !== 'password' && hide(field.value) === field.value) continue;
    field.style.setProperty('color', 'transparent', 'important');
    field.style.setProperty('-webkit-text-fill-color', 'transparent', 'important');
    field.style.setProperty('background', '#444', 'important');
  }
  if (!document.body || secrets.length === 0) return true;
  const SHOW_TEXT = 4;
  const walker = document.createTreeWalker(document.body, SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (hide(text) !== text) node.nodeValue = hide(text);
  }
  return true;
}
