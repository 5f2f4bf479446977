import { html, raw } from 'hono/html';
import type { Language } from '#core/time/duration';
import { toText } from '#render/markup';
import { STYLE } from '#render/style';

const WORDS = {
  ko: {
    title: '모의훈련 수신 확인',
    ask: '받는 사람을 누르면 이 알림을 받았다고 기록합니다.',
    thanks: (label: string) => `${label} 수신을 기록했습니다. 이 창을 닫아도 됩니다.`,
    gone: '이 링크는 사용할 수 없습니다. 링크는 한 시간 동안만 유효합니다.',
  },
  en: {
    title: 'Receipt of a drill',
    ask: 'Press your name to record that this notice reached you.',
    thanks: (label: string) => `Recorded for ${label}. You can close this page.`,
    gone: 'This link does not work. Links are valid for one hour.',
  },
} as const;

/**
 * What the link of a drill leads to: a choice, its confirmation, or nothing that helps a stranger.
 */
export type ArrivalView =
  | { readonly type: 'ask'; readonly labels: readonly string[] }
  | { readonly type: 'thanks'; readonly label: string }
  | { readonly type: 'gone' };

export function arrivalPage(view: ArrivalView, language: Language): string {
  const { title } = WORDS[language];
  return `<!doctype html>\n${toText(html`<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title><style>${raw(STYLE)}</style></head>
<body><main><div class="wrap document"><h1>${title}</h1>${main(view, language)}</div></main></body>
</html>`)}\n`;
}

function main(view: ArrivalView, language: Language) {
  const say = WORDS[language];
  if (view.type === 'gone') return html`<p>${say.gone}</p>`;
  if (view.type === 'thanks') return html`<p>${say.thanks(view.label)}</p>`;
  const buttons = view.labels.map(
    (label) => html`<p><button name="label" value="${label}">${label}</button></p>`,
  );
  return html`<p>${say.ask}</p><form method="post">${buttons}</form>`;
}
