import { createHash, X509Certificate } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Attributes of PKCS #11 and of NSS, as the columns of the store name them. */
const COLUMNS = {
  class: 'a0',
  onToken: 'a1',
  isPrivate: 'a2',
  label: 'a3',
  value: 'a11',
  certificateType: 'a80',
  issuer: 'a81',
  serial: 'a82',
  subject: 'a101',
  id: 'a102',
  modifiable: 'a170',
  serverAuth: 'ace536358',
  sha1: 'ace5363b4',
} as const;

const bytes = (hex: string) => Buffer.from(hex, 'hex');
const YES = bytes('01');
const NO = bytes('00');
const CERTIFICATE = bytes('00000001');
const TRUST = bytes('ce534353');
const TRUSTED_TO_ISSUE = bytes('ce534352');

type Row = Partial<Record<keyof typeof COLUMNS, Uint8Array>>;

/**
 * Makes a browser with this home folder trust the authority. Chromium on Linux reads NSS's store
 * `cert9.db` there; `certutil` would write the same two rows, but npm does not bring it.
 * Source: NSS, lib/softoken/sdb.c and pkcs11n.h.
 */
export function trustAuthority(home: string, pem: string): void {
  const folder = join(home, '.pki', 'nssdb');
  mkdirSync(folder, { recursive: true });
  const store = new DatabaseSync(join(folder, 'cert9.db'));
  const columns = Object.values(COLUMNS).join(', ');
  store.exec(`CREATE TABLE nssPublic (id PRIMARY KEY UNIQUE ON CONFLICT ABORT, ${columns})`);
  const { issuer, serial, raw } = partsOf(pem);
  const both = { onToken: YES, isPrivate: NO, label: Buffer.from('zoo root'), modifiable: YES };
  const sha1 = createHash('sha1').update(raw).digest();
  const named = { ...both, issuer, serial };
  const certificate = { certificateType: bytes('00000000'), value: raw, subject: issuer, id: sha1 };
  insert(store, 1, { ...named, ...certificate, class: CERTIFICATE });
  insert(store, 2, { ...named, class: TRUST, serverAuth: TRUSTED_TO_ISSUE, sha1 });
  store.close();
}

function insert(store: DatabaseSync, id: number, row: Row): void {
  const names = Object.keys(row).map((name) => COLUMNS[name as keyof Row]);
  const marks = names.map(() => '?').join(', ');
  const statement = `INSERT INTO nssPublic (id, ${names.join(', ')}) VALUES (?, ${marks})`;
  store.prepare(statement).run(id, ...Object.values(row));
}

/** Of an authority, issuer and subject are the same. */
function partsOf(pem: string): Record<'issuer' | 'serial' | 'raw', Uint8Array> {
  const { raw } = new X509Certificate(pem);
  const [toBeSigned = raw] = valuesIn(raw);
  const [, serial = raw, , issuer = raw] = valuesIn(toBeSigned);
  return { issuer, serial, raw };
}

/** The values inside a value in DER, each with its tag and length. */
function valuesIn(value: Uint8Array): readonly Uint8Array[] {
  const values: Uint8Array[] = [];
  for (let at = contentOf(value, 0).from; at < value.length; at = contentOf(value, at).to)
    values.push(value.subarray(at, contentOf(value, at).to));
  return values;
}

function contentOf(value: Uint8Array, at: number): { readonly from: number; readonly to: number } {
  const first = value[at + 1] ?? 0;
  const more = first < 0x80 ? 0 : first & 0x7f;
  const long = value.subarray(at + 2, at + 2 + more);
  const length = more === 0 ? first : long.reduce((sum, byte) => sum * 256 + byte, 0);
  const from = at + 2 + more;
  return { from, to: from + length };
}
