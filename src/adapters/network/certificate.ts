import type { X509Certificate } from 'node:crypto';
import { checkServerIdentity, type PeerCertificate, type TLSSocket } from 'node:tls';
import { lastOfChain } from '#adapters/network/missing-issuers';
import { defined } from '#core/defined';
import type { Localised } from '#core/time/duration';
import { DAY, type Instant } from '#core/time/time';

export interface CertificateView {
  /** Whole days until it expires. Negative after. */
  readonly days: number;
  readonly fault?: { readonly code: string; readonly message: string };
  /** The server leaves out the issuer of this certificate, which says where to find it. */
  readonly lacksIssuer?: X509Certificate;
}

/** OpenSSL's names for an incomplete chain. A browser fetches the rest itself. */
const CHAIN_STOPS_SHORT = /^UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT(_LOCALLY)?)$/;

/** Judges a certificate as citizens' browsers do. */
export function viewCertificate(socket: TLSSocket, host: string, now: Instant): CertificateView {
  const certificate = socket.getPeerCertificate();
  const days = Math.floor((Date.parse(certificate.valid_to) - now) / DAY);
  const fault = dateFault(certificate, now) ?? hostFault(certificate, host);
  if (fault) return { days, fault };
  const reason = trustReason(socket);
  if (reason === undefined) return { days };
  const lacksIssuer = CHAIN_STOPS_SHORT.test(reason) ? lastOfChain(socket) : undefined;
  const untrusted = { code: reason, message: `The certificate is not trusted: ${reason}` };
  return { days, fault: untrusted, ...defined({ lacksIssuer }) };
}

export const CHAIN_CUT: Localised = {
  en: 'intermediate certificate missing (browsers fetch it by themselves)',
  ko: '중간 인증서 누락(브라우저는 자동으로 보완)',
};

function dateFault(certificate: PeerCertificate, now: Instant): CertificateView['fault'] {
  if (now > Date.parse(certificate.valid_to)) {
    const message = `The certificate expired on ${certificate.valid_to}`;
    return { code: 'CERT_HAS_EXPIRED', message };
  }
  if (now < Date.parse(certificate.valid_from)) {
    const message = `The certificate is not valid before ${certificate.valid_from}`;
    return { code: 'CERT_NOT_YET_VALID', message };
  }
  return undefined;
}

function hostFault(certificate: PeerCertificate, host: string): CertificateView['fault'] {
  const error = checkServerIdentity(host, certificate);
  return error && { code: 'ERR_TLS_CERT_ALTNAME_INVALID', message: error.message };
}

/** `authorizationError` has the type Error but contains OpenSSL's code as text. */
function trustReason(socket: TLSSocket): string | undefined {
  const error: unknown = socket.authorizationError;
  if (socket.authorized || !error) return undefined;
  return error instanceof Error ? error.message : String(error);
}
