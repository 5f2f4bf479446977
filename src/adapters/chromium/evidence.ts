import type { Page } from 'playwright-core';
import { settled } from '#adapters/chromium/deadline';
import { maskSecrets, secretValues } from '#adapters/chromium/mask-secrets';
import type { PageLook } from '#adapters/chromium/page-look';
import type { Recorder } from '#adapters/chromium/recorder';
import type { StepPicture } from '#adapters/chromium/step-pictures';
import type { Redactor } from '#core/run/redaction';
import { redactAll } from '#core/run/redaction';
import type { EvidenceType } from '#core/run/result';
import type { Artefact } from '#core/run/run-record';
import type { Credentials } from '#core/run/secret';

const SCREENSHOT_MS = 4_000;
const MASK_MS = 1_000;

export interface EvidenceSources {
  readonly page: Page;
  readonly recorder: Recorder;
  readonly look: PageLook | undefined;
  /** Pictures of this run, or of earlier runs if it took none. */
  readonly lastGood: readonly StepPicture[];
  readonly credentials: Credentials | undefined;
}

/** The redacted evidence of a stopped run. Parts that take too long are left out. */
export async function gatherEvidence(
  sources: EvidenceSources,
  redact: Redactor,
): Promise<readonly Artefact[]> {
  const { recorder, look, lastGood } = sources;
  const screenshot = await screenshotOf(sources);
  const artefacts = [
    screenshot,
    ...lastGood.map((picture) => pictureOf('last-good-screenshot', picture)),
    look && text('page-text', redact(look.text)),
    json('requests', recorder.requests, redact),
    recorder.lines.length > 0 && json('console', recorder.lines, redact),
    recorder.dialogs.length > 0 && json('dialogs', recorder.dialogs, redact),
  ];
  return artefacts.filter((artefact) => typeof artefact === 'object');
}

/** A screenshot of the current page with secrets masked. Undefined if it fails. */
async function screenshotOf(sources: EvidenceSources): Promise<Artefact | undefined> {
  const { page, look, credentials } = sources;
  // A page that does not answer cannot be masked, and would not render either.
  if (!look) return undefined;
  const values = secretValues(credentials);
  const masked = await settled(MASK_MS, page.evaluate(maskSecrets, { values }), false);
  // An unmasked page may show typed secrets.
  if (!masked && credentials) return undefined;
  const taken = page.screenshot({ timeout: SCREENSHOT_MS, animations: 'disabled' });
  const body = await settled(SCREENSHOT_MS, taken, undefined);
  return body && { type: 'screenshot', contentType: 'image/png', body };
}

export function pictureOf(type: EvidenceType, { step, at, body }: StepPicture): Artefact {
  return { type, contentType: 'image/jpeg', body, step, takenAt: at };
}

function text(type: EvidenceType, body: string): Artefact {
  return { type, contentType: 'text/plain; charset=utf-8', body: new TextEncoder().encode(body) };
}

function json(type: EvidenceType, value: unknown, redact: Redactor): Artefact {
  const body = new TextEncoder().encode(JSON.stringify(redactAll(value, redact), null, 1));
  return { type, contentType: 'application/json', body };
}
