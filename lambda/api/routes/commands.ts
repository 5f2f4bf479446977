import { createRoute, z } from '@hono/zod-openapi';
import { InvalidInputError } from '#core/errors';
import type { Api } from '#lambda/api/api';
import { guard } from '#lambda/api/guard';
import { noQuery, pathId } from '#lambda/api/parameters';
import { author, body, commandView } from '#lambda/api/routes/command-parts';
import {
  accepted,
  LONGEST_SILENCE,
  note,
  silence,
  silenceAccepted,
} from '#lambda/api/schemas/commands';
import { BODY_PROBLEMS, CONFLICT, json, PROBLEMS, TOO_LARGE } from '#lambda/api/schemas/common';
import {
  acknowledge,
  addNote,
  addSilence,
  endSilence,
  resetLogin,
} from '#pipeline/history/write-commands';

const outageParams = z.object({ id: pathId('Outage id', 'moel-20240718-0915') });

/** Everything a person can do: recorded with the token's name, folded by the next evaluation. */
export function addCommandRoutes(api: Api): void {
  const writes = guard(api.ports, { scope: 'write' });
  addOutageCommands(api, writes);
  addSilenceCommands(api, writes);
  addLoginReset(api, writes);
}

type Writes = ReturnType<typeof guard>;

function addOutageCommands({ hono, ports }: Api, writes: Writes): void {
  const ackRoute = createRoute({
    method: 'post',
    path: '/v1/outages/{id}/ack',
    summary: 'Acknowledge an open outage: reminders stop',
    ...writes,
    request: { query: noQuery, params: outageParams },
    responses: { 202: json(accepted, 'Recorded.'), ...PROBLEMS, 409: CONFLICT, 413: TOO_LARGE },
  });
  hono.openapi(ackRoute, async (c) =>
    c.json(commandView(await acknowledge(c.req.valid('param').id, author(c), ports)), 202),
  );

  const noteRoute = createRoute({
    method: 'post',
    path: '/v1/outages/{id}/notes',
    summary: 'Add a note to an outage',
    ...writes,
    request: { query: noQuery, params: outageParams, body: body(note) },
    responses: { 202: json(accepted, 'Recorded.'), ...PROBLEMS, ...BODY_PROBLEMS },
  });
  hono.openapi(noteRoute, async (c) => {
    const order = { outage: c.req.valid('param').id, text: c.req.valid('json').text };
    return c.json(commandView(await addNote(order, author(c), ports)), 202);
  });
}

function addSilenceCommands({ hono, ports }: Api, writes: Writes): void {
  const silenceRoute = createRoute({
    method: 'post',
    path: '/v1/silences',
    summary: 'Send no notices of some services, or a group, for a while',
    ...writes,
    request: { query: noQuery, body: body(silence) },
    responses: { 202: json(silenceAccepted, 'Recorded.'), ...PROBLEMS, ...BODY_PROBLEMS },
  });
  hono.openapi(silenceRoute, async (c) => {
    const asked = c.req.valid('json');
    const from = asked.from ?? ports.clock.now();
    if (asked.to <= from || asked.to - from > LONGEST_SILENCE) {
      throw new InvalidInputError('The silence ends too early or too late.', 'At most 31 days.');
    }
    const done = await addSilence({ ...asked, from }, author(c), ports);
    return c.json({ ...commandView(done.command), silence: done.silence }, 202);
  });

  const unsilenceRoute = createRoute({
    method: 'delete',
    path: '/v1/silences/{id}',
    summary: 'End a silence',
    ...writes,
    request: {
      query: noQuery,
      params: z.object({ id: pathId('Silence id', 'moel.1f0c2b9e') }),
    },
    responses: { 202: json(accepted, 'Recorded.'), ...PROBLEMS, 413: TOO_LARGE },
  });
  hono.openapi(unsilenceRoute, async (c) =>
    c.json(commandView(await endSilence(c.req.valid('param').id, author(c), ports)), 202),
  );
}

function addLoginReset({ hono, ports }: Api, writes: Writes): void {
  const resetRoute = createRoute({
    method: 'post',
    path: '/v1/services/{id}/login-reset',
    summary: 'Let journeys log in again after a rejected login',
    ...writes,
    request: { query: noQuery, params: z.object({ id: pathId('Service id', 'work24') }) },
    responses: { 202: json(accepted, 'Recorded.'), ...PROBLEMS, 413: TOO_LARGE },
  });
  hono.openapi(resetRoute, async (c) =>
    c.json(commandView(await resetLogin(c.req.valid('param').id, author(c), ports)), 202),
  );
}
