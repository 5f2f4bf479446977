/** Style and script of every portal page. */
export const PORTAL_CSS = `* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 "Nanum Gothic", "Noto Sans KR", sans-serif; color: #1e2124; word-break: keep-all; }
a { color: inherit; }
.simulated { margin: 0; padding: 6px 16px; background: #fff3db; font-size: 14px; }
header, main, footer { padding: 12px 24px; }
header { border-bottom: 2px solid var(--colour); }
.logo { display: inline-block; margin: 0; font-size: 24px; font-weight: 700; color: var(--colour); }
.logo a { text-decoration: none; }
.logo small { font-size: 14px; color: #58616a; }
.header_util { float: right; display: flex; gap: 16px; margin: 8px 0; padding: 0; list-style: none; }
nav ul { display: flex; flex-wrap: wrap; gap: 24px; margin: 12px 0 0; padding: 0; list-style: none; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(180px, 1fr));
  gap: 12px; padding: 0; list-style: none; }
.cards li { padding: 16px; border: 1px solid #cdd1d5; border-radius: 8px; }
form label { display: inline-block; margin: 6px 6px 6px 0; }
input { padding: 8px; border: 1px solid #58616a; border-radius: 4px; }
button { padding: 8px 16px; border: 0; border-radius: 4px; background: var(--colour, #333d4b); color: #fff; }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
th, td { padding: 6px 8px; border-bottom: 1px solid #cdd1d5; text-align: left; }
.layer-popup, .full-popup { position: fixed; z-index: 100; top: 180px; left: 50%; width: 420px;
  transform: translateX(-50%); padding: 20px; background: #fff; border: 2px solid var(--colour); border-radius: 8px;
  box-shadow: 0 8px 24px #0004; }
.full-popup label { display: block; }
.full-popup[hidden], .layer-popup[hidden] { display: none; }
.blockUI { position: fixed; inset: 0; z-index: 1000; }
.blockOverlay { background: #000; opacity: 0.4; cursor: wait; }
.blockMsg { inset: 40% 35% auto; padding: 24px; background: #fff; text-align: center; border-radius: 8px; }
`;

export const PORTAL_JS = `document.addEventListener('click', function (event) {
  var close = event.target.closest('[data-close]');
  if (close) document.querySelector(close.dataset.close).hidden = true;
  var open = event.target.closest('[data-open]');
  if (open) { event.preventDefault(); document.querySelector(open.dataset.open).hidden = false; }
});
`;
