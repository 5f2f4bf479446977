import { X509Certificate } from 'node:crypto';
import { defined } from '#core/defined';
import type { Certificate } from '#local/portals/certificate';
import type { Behaviour } from './behaviour.ts';
import { certificateOf, http, https, ROOT, welcome } from './servers.ts';

const authority = { hosts: [], authority: true } as const;
const stranger = certificateOf({ commonName: 'another root', ...authority });

function between(commonName: string, issuer: Certificate, issuerAt?: string): Certificate {
  return certificateOf({ commonName, issuer, ...authority, ...defined({ issuerAt }) });
}

/** What the authority's web server answers for a certificate. */
type Served = (certificate: Certificate) => string | Uint8Array | undefined;

const asDer: Served = ({ pem }) => new X509Certificate(pem).raw;
const asPem: Served = ({ pem }) => pem;

/** The address of a file on the authority's web server. */
async function publish(certificate: Certificate, served: Served = asDer): Promise<string> {
  const file = served(certificate);
  const origin = await http((_request, response) => {
    response.writeHead(file === undefined ? 404 : 200).end(file);
  });
  return `${origin}/issuer.crt`;
}

function serves(leaf: Certificate, ...above: readonly Certificate[]): Promise<string> {
  const pem = [leaf, ...above].map((certificate) => certificate.pem).join('');
  return https(welcome, { certificate: { ...leaf, pem } });
}

async function lacksOne(issuer: Certificate, served?: Served): Promise<string> {
  const middle = between('middle', issuer);
  const issuerAt = await publish(middle, served);
  return serves(certificateOf({ issuer: middle, issuerAt }));
}

/** Chains between the server's certificate and its authority, whole and with certificates left out. */
export const chains: readonly Behaviour[] = [
  {
    name: 'a chain with its intermediate certificate',
    start: () => {
      const middle = between('middle', ROOT);
      return serves(certificateOf({ issuer: middle }), middle);
    },
  },
  {
    name: 'an intermediate certificate left out, and no address of it',
    start: () => serves(certificateOf({ issuer: between('middle', ROOT) })),
  },
  { name: 'an intermediate certificate left out, found as DER', start: () => lacksOne(ROOT) },
  {
    name: 'an intermediate certificate left out, found as PEM',
    start: () => lacksOne(ROOT, asPem),
  },
  {
    name: 'an intermediate certificate left out, below an unknown authority',
    start: () => lacksOne(stranger),
  },
  {
    name: 'an unknown authority that is found',
    start: async () =>
      serves(certificateOf({ issuer: stranger, issuerAt: await publish(stranger) })),
  },
  {
    name: 'two intermediate certificates left out, both found',
    start: async () => {
      const upper = between('upper', ROOT);
      const lower = between('lower', upper, await publish(upper));
      return serves(certificateOf({ issuer: lower, issuerAt: await publish(lower) }));
    },
  },
  {
    name: 'the upper of two intermediate certificates left out and found',
    start: async () => {
      const upper = between('upper', ROOT);
      const lower = between('lower', upper, await publish(upper));
      return serves(certificateOf({ issuer: lower }), lower);
    },
  },
  {
    name: 'an intermediate certificate left out, found after a redirect',
    start: async () => {
      const middle = between('middle', ROOT);
      const location = await publish(middle);
      const issuerAt = await http((_request, response) => {
        response.writeHead(302, { location }).end();
      });
      return serves(certificateOf({ issuer: middle, issuerAt: `${issuerAt}/` }));
    },
  },
  {
    name: 'an intermediate certificate left out, and another in its place',
    start: () => lacksOne(ROOT, () => between('other', ROOT).pem),
  },
  {
    name: 'an intermediate certificate left out and not found',
    start: () => lacksOne(ROOT, () => undefined),
  },
  {
    name: 'an intermediate certificate left out, and an unreadable file',
    start: () => lacksOne(ROOT, () => 'not a certificate'),
  },
];
