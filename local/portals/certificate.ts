import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** Dates are epoch ms. */
export interface CertificateOrder {
  readonly commonName: string;
  /** IPv4 addresses and DNS names. */
  readonly hosts: readonly string[];
  readonly notBefore: number;
  readonly notAfter: number;
  /** The issuer. Absent: self-signed. */
  readonly issuer?: Certificate;
  readonly authority?: boolean;
  /** Web address where clients find the issuer's certificate. */
  readonly issuerAt?: string;
}

/** A throw-away certificate for loopback listeners, made at run time so that no key is stored. */
export interface Certificate {
  readonly commonName: string;
  readonly pem: string;
  readonly keyPem: string;
  readonly key: KeyObject;
}

/** One ASN.1 value in DER: tag, length, content. */
function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const bytes: number[] = [];
  for (let rest = body.length; rest > 0; rest >>= 8) bytes.unshift(rest & 0xff);
  const length = body.length < 128 ? [body.length] : [0x80 | bytes.length, ...bytes];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const sequence = (...content: readonly Uint8Array[]) => der(0x30, ...content);
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const octets = (content: Uint8Array) => der(0x04, content);
const yes = der(0x01, Buffer.from([0xff]));

const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'));

function name(commonName: string): Buffer {
  return sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(commonName)))));
}

/** GeneralizedTime: `yyyyMMddHHmmssZ`. */
function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return der(0x18, Buffer.from(digits));
}

function alternativeNames(hosts: readonly string[]): Buffer {
  const names = hosts.map((host) =>
    /^\d+(\.\d+){3}$/.test(host)
      ? der(0x87, Buffer.from(host.split('.').map(Number)))
      : der(0x82, Buffer.from(host)),
  );
  return sequence(oid('551d11'), octets(sequence(...names)));
}

/** Authority information access. Source: RFC 5280, 4.2.2.1. */
function issuerAccess(address: string): Buffer {
  const access = sequence(oid('2b06010505073002'), der(0x86, Buffer.from(address)));
  return sequence(oid('2b06010505070101'), octets(sequence(access)));
}

function extensions({ authority, hosts, issuerAt }: CertificateOrder): Buffer {
  const constraints = authority
    ? [sequence(oid('551d13'), yes, octets(sequence(yes)))]
    : [alternativeNames(hosts)];
  const access = issuerAt === undefined ? [] : [issuerAccess(issuerAt)];
  return der(0xa3, sequence(...constraints, ...access));
}

/** Signs a certificate for a new P-256 key. */
export function makeCertificate(order: CertificateOrder): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const toBeSigned = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([(order.notAfter % 127) | 1])),
    ECDSA_SHA256,
    name(order.issuer?.commonName ?? order.commonName),
    sequence(time(order.notBefore), time(order.notAfter)),
    name(order.commonName),
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions(order),
  );
  const signature = sign('sha256', toBeSigned, order.issuer?.key ?? privateKey);
  const bytes = sequence(toBeSigned, ECDSA_SHA256, der(0x03, Buffer.from([0]), signature));
  const lines = bytes.toString('base64').replaceAll(/(.{64})/g, '$1\n');
  return {
    commonName: order.commonName,
    pem: `-----BEGIN CERTIFICATE-----\n${lines.trimEnd()}\n-----END CERTIFICATE-----\n`,
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    key: privateKey,
  };
}
