import { unzipSync, zipSync } from 'fflate';
import type { Redactor } from '#core/run/redaction';

/** The fields of a HAR entry in a trace's network file that are used here. */
interface NetworkLine {
  readonly snapshot?: {
    readonly request?: { readonly postData?: { readonly _sha1?: string } };
    readonly response?: { readonly headers?: readonly { readonly name: string }[] };
  };
}

/**
 * A cleaned Playwright trace (a zip) that may be stored. Secrets are removed from names, calls, DOM
 * snapshots and bodies. Cookies, request bodies and all headers except the content type are
 * dropped. Pictures and fonts are dropped too, because they cannot be searched.
 */
export function cleanTrace(zip: Uint8Array, redact: Redactor): Uint8Array {
  const texts = new Map(
    Object.entries(unzipSync(zip)).flatMap(([name, body]) => {
      const text = textOf(body);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
  for (const [name, text] of texts) {
    if (!name.endsWith('.network')) continue;
    const { lines, sent } = withoutSessions(text);
    texts.set(name, lines);
    for (const sha1 of sent) texts.delete(`resources/${sha1}`);
  }
  const encoder = new TextEncoder();
  const cleaned = [...texts].map(([name, text]) => [redact(name), encoder.encode(redact(text))]);
  return zipSync(Object.fromEntries(cleaned));
}

function textOf(body: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** The network file without headers and cookies, and the names of the bodies that were sent. */
function withoutSessions(network: string): { lines: string; sent: readonly string[] } {
  const sent: string[] = [];
  const lines = network.split('\n').map((line) => {
    if (line === '') return line;
    const entry: NetworkLine = JSON.parse(line);
    const { snapshot } = entry;
    if (!snapshot) return line;
    const { postData, ...request } = snapshot.request ?? {};
    if (postData?._sha1) sent.push(postData._sha1);
    const harmless = snapshot.response?.headers?.filter(
      ({ name }) => name.toLowerCase() === 'content-type',
    );
    return JSON.stringify({
      ...entry,
      snapshot: {
        ...snapshot,
        request: { ...request, headers: [], cookies: [] },
        response: { ...snapshot.response, headers: harmless ?? [], cookies: [] },
      },
    });
  });
  return { lines: lines.join('\n'), sent };
}
