import { createHash } from 'node:crypto';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { defined } from '#core/defined';
import type { EvidenceStore } from '#core/ports/results';
import type { Evidence } from '#core/run/result';
import type { Artefact } from '#core/run/run-record';

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/plain': 'txt',
  'application/json': 'json',
  'application/zip': 'zip',
};

/** Keys start with the retention class, so that bucket lifecycle rules can tell them apart. */
export function createEvidenceStore(client: S3Client, bucket: string): EvidenceStore {
  return {
    async put(artefact: Artefact, retention: 'passed' | 'failed'): Promise<Evidence> {
      const digest = createHash('sha256').update(artefact.body).digest('hex');
      const mediaType = artefact.contentType.split(';')[0] ?? '';
      const key = `${retention}/${digest}.${EXTENSIONS[mediaType] ?? 'bin'}`;
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: artefact.body,
          ContentType: artefact.contentType,
        }),
      );
      return {
        type: artefact.type,
        key,
        contentType: artefact.contentType,
        bytes: artefact.body.length,
        ...defined({ step: artefact.step, takenAt: artefact.takenAt }),
      };
    },
  };
}
