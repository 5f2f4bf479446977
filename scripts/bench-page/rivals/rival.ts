import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { close, listen } from '#local/cloud/loopback';

/** Folder of the unpacked packages. It may be deleted. */
export const FOLDER = resolve(import.meta.dirname, '../../../.bonghwa/bench-page');

export const run = promisify(execFile);

export interface RivalFile {
  readonly body: string | Buffer;
  readonly contentType: string;
}

/** Another status page, with six services down and one earlier outage, like ours. */
export interface Rival {
  /** With its version and source. */
  readonly name: string;
  /** Path of the page. */
  readonly start: string;
  /** Fetches its package if missing. Throws if that fails. */
  files(): Promise<ReadonlyMap<string, RivalFile>>;
}

export const SERVICES = [
  'Work24',
  'Worknet',
  'Employment Insurance',
  'Employment Support',
  'HRD-Net',
  'EPS',
] as const;

/** The files over HTTP with gzip, and the number of requested bytes. */
export async function serveRival(files: ReadonlyMap<string, RivalFile>) {
  const asked = new Map<string, number>();
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURI(url).slice(1).replace(/\?.*/, '');
    const file = files.get(path);
    if (!file) return void response.writeHead(404).end();
    const packed = gzipSync(file.body);
    asked.set(path, packed.length);
    const headers = { 'Content-Type': file.contentType, 'Content-Encoding': 'gzip' };
    return void response.writeHead(200, headers).end(packed);
  });
  const port = await listen(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    bytes: () => [...asked.values()].reduce((sum, each) => sum + each, 0),
    stop: () => close(server),
  };
}
