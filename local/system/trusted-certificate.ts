import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { DAY, type Instant } from '#core/time/time';
import { type Certificate, makeCertificate } from '#local/portals/certificate';

/** As long as those of most public portals. */
const VALID_DAYS = 90;

/**
 * A certificate for simulated portals, from a new authority that this process trusts from now on.
 * `now` is real time, because TLS knows no other.
 */
export function trustedCertificate(now: Instant): Certificate {
  const notBefore = now - DAY;
  const authority = makeCertificate({
    commonName: 'Bonghwa simulated authority (TEST ONLY)',
    hosts: [],
    authority: true,
    notBefore,
    notAfter: now + 2 * VALID_DAYS * DAY,
  });
  setDefaultCACertificates([...getCACertificates('default'), authority.pem]);
  return makeCertificate({
    commonName: 'Bonghwa simulated portal (TEST ONLY)',
    hosts: ['127.0.0.1', 'localhost'],
    issuer: authority,
    notBefore,
    notAfter: now + VALID_DAYS * DAY,
  });
}
