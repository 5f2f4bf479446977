import { createHash } from 'node:crypto';
import type { SiteFile } from '#core/page/public-page';
import type { Assets } from '#render/frame';
import { PICTURE } from '#render/picture';
import { REFRESH_SCRIPT } from '#render/refresh-script';
import { STYLE } from '#render/style';

/** Named by their content, so that a cached page never gets another version's style sheet. */
function named(stem: string, extension: string, body: string | Uint8Array): string {
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 10);
  return `assets/${stem}.${digest}.${extension}`;
}

const NAMES: Assets = {
  style: named('page', 'css', STYLE),
  script: named('page', 'js', REFRESH_SCRIPT),
  picture: named('card', 'png', PICTURE),
};

export function assetNames(): Assets {
  return NAMES;
}

export function assetFiles(): readonly SiteFile[] {
  const { style, script, picture } = NAMES;
  return [
    asset(style, 'text/css; charset=utf-8', STYLE),
    asset(script, 'text/javascript; charset=utf-8', REFRESH_SCRIPT),
    asset(picture, 'image/png', PICTURE),
  ];
}

function asset(path: string, contentType: string, body: string | Uint8Array): SiteFile {
  return { path, contentType, body, lasting: true };
}
