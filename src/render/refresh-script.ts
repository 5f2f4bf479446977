/**
 * The only script of the page. It refreshes the page, shows "unknown" when a refresh fails, and
 * lets people move through the days with the keyboard. The page is readable without it. It uses the
 * server's clock (`Date` and `Age`), because an old phone's may be wrong. Local files have no
 * server, so they use the reader's clock.
 */
export const REFRESH_SCRIPT = `(() => {
'use strict';
const root = document.documentElement;
const heard = document.getElementById('heard');
let written = Number(root.dataset.written);
let ahead = 0;
let busy = false;
let since = 0;
const now = () => Date.now() + ahead;
const main = () => document.querySelector('main');
const headline = () => document.getElementById('headline');

const hear = (text) => { if (heard.textContent !== text) heard.textContent = text; };

function takeTime(response) {
  const date = Date.parse(response.headers.get('date'));
  if (date) ahead = date + 1000 * Number(response.headers.get('age') || 0) - Date.now();
}

function turnUnknown() {
  if (root.hasAttribute('data-stale')) return;
  root.setAttribute('data-stale', '');
  const { stale, unknown } = main().dataset;
  const card = headline() && headline().closest('.headline');
  if (card) {
    headline().textContent = stale;
    card.className = 'headline t-dim';
    hear(stale);
  }
  for (const state of document.querySelectorAll('[data-state]')) {
    state.className = 'state s-unknown';
    state.textContent = unknown;
  }
  document.title = stale;
}

async function swap() {
  const response = await fetch(location.href, { cache: 'no-store' });
  if (!response.ok) return;
  takeTime(response);
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  const next = fresh.querySelector('main');
  if (!next || Number(fresh.documentElement.dataset.written) < written) return;
  const open = [...document.querySelectorAll('details[open][id]')].map((each) => each.id);
  const focused = document.activeElement && document.activeElement.id;
  const before = headline()?.textContent.trim();
  main().replaceWith(document.adoptNode(next));
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  root.dataset.written = fresh.documentElement.dataset.written;
  written = Number(root.dataset.written);
  root.removeAttribute('data-stale');
  document.title = fresh.title;
  dressDays();
  if (focused) document.getElementById(focused)?.focus();
  const after = headline()?.textContent.trim();
  if (after && after !== before) hear(after);
}

async function refresh() {
  if (busy || document.hidden) return;
  busy = true;
  since = Date.now();
  try {
    const response = await fetch(root.dataset.status, { cache: 'no-store' });
    if (response.ok) {
      takeTime(response);
      const isNew = Date.parse((await response.json()).writtenAt) > written;
      if (isNew || (root.hasAttribute('data-stale') && isValid())) await swap();
    }
  } catch {
    // No connection: the page becomes stale and says so.
  }
  busy = false;
  look();
}

// Written in the future by a wrong clock, so its age is unknown.
function isValid() {
  const age = now() - written;
  return age <= Number(root.dataset.valid) && age >= -60000;
}

function look() {
  if (!isValid()) turnUnknown();
}

// While the script asks the server for the time, it tolerates ten seconds of a wrong clock.
function watch() {
  if (!busy || Date.now() - since > 10000) look();
}

function dressDays() {
  for (const days of document.querySelectorAll('.days')) {
    const last = days.querySelectorAll('rect').length - 1;
    days.setAttribute('role', 'slider');
    days.setAttribute('tabindex', '0');
    days.setAttribute('aria-valuemin', '0');
    days.setAttribute('aria-valuemax', String(last));
    days.removeAttribute('aria-roledescription');
    mark(days, last, true);
  }
}

function mark(days, index, quiet) {
  const rects = days.querySelectorAll('rect');
  const day = rects[index];
  if (!day) return;
  days.querySelector('.now')?.classList.remove('now');
  days.setAttribute('aria-valuenow', String(index));
  const said = day.querySelector('title').textContent;
  days.setAttribute('aria-valuetext', said);
  if (quiet) return;
  day.classList.add('now');
  days.querySelector('output').textContent = said;
}

const STEPS = {
  ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1,
  PageDown: -7, PageUp: 7, Home: -90, End: 90,
};

document.addEventListener('keydown', (event) => {
  const days = event.target.closest && event.target.closest('.days');
  const step = STEPS[event.key];
  if (!days || !step) return;
  event.preventDefault();
  const last = Number(days.getAttribute('aria-valuemax'));
  mark(days, Math.min(last, Math.max(0, Number(days.getAttribute('aria-valuenow')) + step)));
});
document.addEventListener('pointerover', (event) => {
  const rect = event.target.closest && event.target.closest('.days rect');
  if (!rect) return;
  const rects = [...rect.parentNode.querySelectorAll('rect')];
  mark(rect.closest('.days'), rects.indexOf(rect));
});
document.addEventListener('focusin', (event) => {
  const days = event.target.closest && event.target.closest('.days');
  if (days) mark(days, Number(days.getAttribute('aria-valuenow')));
});
document.addEventListener('visibilitychange', refresh);

dressDays();
if (root.dataset.refresh) {
  root.setAttribute('data-live', '');
  refresh();
  setInterval(refresh, Number(root.dataset.refresh));
  setInterval(watch, 1000);
}
})();
`;
