import type { ReportEvidence } from '#core/report/report';

/** Enough for a page of Hangul. A report is read, not searched. */
const MOST_CHARACTERS = 600;
const MOST_IMAGE_BYTES = 2_000_000;
const TIMEOUT_MS = 10_000;

const IMAGES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
};

/** The API that returned the paths of the evidence. */
export interface AskedApi {
  readonly base: URL;
  readonly token?: string | undefined;
}

/** Links to evidence expire after minutes, so visible evidence goes into the report itself. */
export async function readEvidence(
  { key, url }: { readonly key: string; readonly url: string },
  api?: AskedApi,
): Promise<ReportEvidence> {
  const extension = key.slice(key.lastIndexOf('.') + 1);
  const image = IMAGES[extension];
  if (image === undefined && extension !== 'txt') return { key };
  const body = await bytesAt(url, api);
  if (!body) return { key };
  if (image === undefined) return { key, excerpt: excerptOf(body) };
  if (body.length > MOST_IMAGE_BYTES) return { key };
  return { key, image: `data:${image};base64,${body.toString('base64')}` };
}

/** Deleted evidence only loses its place in the report. */
async function bytesAt(address: string, api?: AskedApi): Promise<Buffer | undefined> {
  try {
    // The token is for the API's own paths. fetch does not send it to their redirects.
    const isOwn = !URL.canParse(address);
    const headers = isOwn && api?.token ? { authorization: `Bearer ${api.token}` } : {};
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(new URL(address, api?.base), { headers, signal });
    return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

function excerptOf(body: Buffer): string {
  const text = body.toString('utf8').replace(/\s+/g, ' ').trim();
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}
