import { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';

/** The longest known chain of a public authority has three certificates above the server's. */
const MOST = 4;
const ISSUER_AT = /^CA Issuers - URI:(http:\S+)$/m;

/** Reads the file at a web address. `undefined` if there is none. */
export type ReadFile = (address: URL) => Promise<Uint8Array | undefined>;

/** The server leaves out the issuer of this certificate. */
export class ChainCutError extends Error {
  override readonly name = 'ChainCutError';
  readonly last: X509Certificate;

  constructor(last: X509Certificate) {
    super('the server leaves out an intermediate certificate');
    this.last = last;
  }
}

/** The last certificate that the server sent, if it says where its issuer's is. */
export function lastOfChain(socket: TLSSocket): X509Certificate | undefined {
  let last = socket.getPeerX509Certificate();
  for (let count = 0; count < MOST && last?.issuerCertificate; count += 1)
    last = last.issuerCertificate;
  return last && issuerAt(last) ? last : undefined;
}

/**
 * The certificates (PEM) that are missing between this one and an authority, as browsers fetch
 * them. An authority is none of them, so only those that we know are trusted. `undefined` if the
 * first cannot be read. Source: RFC 5280, 4.2.2.1.
 */
export async function fetchIssuers(
  last: X509Certificate,
  read: ReadFile,
): Promise<readonly string[] | undefined> {
  const issuers: string[] = [];
  for (let below = last; issuers.length < MOST; ) {
    const issuer = await issuerOf(below, read);
    if (!issuer) return issuers.length === 0 ? undefined : issuers;
    if (issuer.checkIssued(issuer)) return issuers;
    issuers.push(issuer.toString());
    below = issuer;
  }
  return issuers;
}

async function issuerOf(
  below: X509Certificate,
  read: ReadFile,
): Promise<X509Certificate | undefined> {
  const address = issuerAt(below);
  const issuer = address && certificateIn(await read(address));
  return issuer && below.checkIssued(issuer) ? issuer : undefined;
}

function issuerAt({ infoAccess }: X509Certificate): URL | undefined {
  const [, address = ''] = ISSUER_AT.exec(infoAccess ?? '') ?? [];
  return URL.parse(address) ?? undefined;
}

/** DER or PEM. */
function certificateIn(bytes: Uint8Array | undefined): X509Certificate | undefined {
  if (!bytes) return undefined;
  try {
    return new X509Certificate(bytes);
  } catch {
    return undefined;
  }
}
