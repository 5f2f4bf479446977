import type { Frame, Page } from 'playwright-core';
import { settled } from '#adapters/chromium/deadline';
import type { PageLook } from '#adapters/chromium/page-look';

/** Content of a frame that the surrounding page cannot read. */
interface FrameLook {
  readonly text: string;
  readonly pictured: boolean;
}

const MOST_FRAMES = 6;
const FRAME_MS = 500;
const FRAMES: readonly string[] = ['iframe', 'frame'];

declare const document: {
  readonly body: { readonly innerText?: string } | null;
  querySelector(selector: string): unknown;
};

/** Frames that are direct children of the page. Undefined for a frame that did not answer. */
export async function framesOf(page: Page): Promise<readonly (FrameLook | undefined)[]> {
  const frames = page.mainFrame().childFrames().slice(0, MOST_FRAMES);
  return Promise.all(frames.map(lookAt));
}

function lookAt(frame: Frame): Promise<FrameLook | undefined> {
  const looking = frame.evaluate(() => ({
    text: document.body?.innerText ?? '',
    pictured: document.querySelector('img, canvas, video') !== null,
  }));
  return settled(FRAME_MS, looking, undefined);
}

/** The page with the text of its frames. Frames that show nothing are not content. */
export function withFrames(look: PageLook, frames: readonly (FrameLook | undefined)[]): PageLook {
  const said = frames.map((frame) => frame?.text.trim() ?? '');
  const more = said.filter((text) => text !== '' && !look.text.includes(text));
  const blank = frames.every((frame) => frame && !frame.pictured && frame.text.trim() === '');
  return {
    ...look,
    text: [look.text, ...more].filter((text) => text !== '').join('\n'),
    elements: blank ? look.elements.filter((element) => !FRAMES.includes(element)) : look.elements,
  };
}
