import type { Context } from 'hono';
import { UnknownNameError } from '#core/errors';
import { isCleanText } from '#core/formats/clean-text';
import type { Api, ApiEnvironment } from '#lambda/api/common/api';
import { addNote } from '#pipeline/history/notes';
import { readOutage, readOutages } from '#pipeline/history/read-outages';
import { readResult } from '#pipeline/history/read-results';
import { TooManyCommandsError } from '#pipeline/history/record-command';
import { type Author, acknowledge, NotPossibleNowError } from '#pipeline/history/write-commands';
import {
  outagesPage,
  outageView,
  type RefusedNote,
  refusalPage,
  runView,
} from '#render/on-call/on-call-pages';
import { formToken, isOwnForm, onCallContext, requirePerson } from './on-call-access.ts';

const LATEST = 20;
const LONGEST_NOTE = 2_000;

/**
 * The pages that mails link to: facts and actions of the API, for a person with a browser and a
 * token.
 */
export function addOnCallRoutes({ hono, ports }: Api): void {
  const view = onCallContext(ports);
  const outageShown = async (c: Context<ApiEnvironment>, refusedNote?: RefusedNote) => {
    const { outage } = await readOutage(idOf(c), ports);
    const shown = { outage, now: ports.clock.now(), form: formToken(c), refusedNote };
    return outageView(shown, view);
  };
  const reads = requirePerson(ports, 'read', view);
  const writes = requirePerson(ports, 'write', view);

  hono.get('/on-call', reads, async (c) => {
    const { items } = await readOutages({ limit: LATEST }, ports);
    return c.html(outagesPage(items, view));
  });

  hono.get('/on-call/outages/:id', reads, async (c) => {
    return c.html(await outageShown(c));
  });

  hono.get('/on-call/runs/:service/:run', reads, async (c) => {
    const detail = await readResult(c.req.param('service'), c.req.param('run'), ports);
    const origins = detail.evidence.map(({ url }) => new URL(url).origin);
    c.set('pictures', [...new Set(origins)]);
    const outage = c.req.query('outage');
    return c.html(runView({ ...detail, outage: isId(outage) ? outage : undefined }, view));
  });

  hono.post('/on-call/outages/:id/ack', writes, async (c) => {
    const { form } = await c.req.parseBody();
    if (!isOwnForm(c, form)) return c.html(refusalPage('formOutdated', view), 403);
    await acknowledge(idOf(c), authorOf(c), ports).catch(unlessOver);
    return c.redirect(`/on-call/outages/${idOf(c)}`, 303);
  });

  hono.post('/on-call/outages/:id/notes', writes, async (c) => {
    const { form, text } = await c.req.parseBody();
    if (!isOwnForm(c, form)) return c.html(refusalPage('formOutdated', view), 403);
    const note = typeof text === 'string' ? text.trim() : '';
    if (!isCleanText(note) || [...note].length > LONGEST_NOTE) {
      return c.html(await outageShown(c, { text: note, why: 'noteRefused' }), 422);
    }
    try {
      await addNote({ outage: idOf(c), text: note }, authorOf(c), ports);
    } catch (error) {
      const [why, status] = refusalOf(error);
      return c.html(await outageShown(c, { text: note, why }), status);
    }
    return c.redirect(`/on-call/outages/${idOf(c)}`, 303);
  });
}

/** A person's text is given back with the reason. Throws errors that are no limits. */
function refusalOf(error: unknown): readonly [RefusedNote['why'], 409 | 429] {
  if (error instanceof NotPossibleNowError) return ['notesFull', 409];
  if (error instanceof TooManyCommandsError) return ['tooMany', 429];
  throw error;
}

/** If the outage has just ended, an acknowledgement is no error. The page says that it is over. */
function unlessOver(error: unknown): void {
  if (!(error instanceof NotPossibleNowError)) throw error;
}

function isId(text: string | undefined): text is string {
  return text !== undefined && /^[a-z0-9-]{1,100}$/.test(text);
}

function idOf(context: Context<ApiEnvironment>): string {
  const id = context.req.param('id');
  if (isId(id)) return id;
  throw new UnknownNameError('There is no such outage.', '/on-call lists them.');
}

function authorOf(context: Context<ApiEnvironment>): Author {
  return { by: context.get('who'), unique: crypto.randomUUID().slice(0, 8) };
}
