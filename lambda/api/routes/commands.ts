import { createRoute, z } from '@hono/zod-openapi';
import type { Api } from '#lambda/api/common/api';
import { guard } from '#lambda/api/common/guard';
import { noQuery, pathId } from '#lambda/api/common/parameters';
import { body, doneOnce, repeatable } from '#lambda/api/routes/command-parts';
import { accepted, commandStatus, silence, silenceAccepted } from '#lambda/api/schemas/commands';
import { BODY_PROBLEMS, json, PROBLEMS, WRITE_PROBLEMS } from '#lambda/api/schemas/common';
import { silences } from '#lambda/api/schemas/quiet';
import { commandStatusView, commandView } from '#lambda/api/views/commands';
import { quietView } from '#lambda/api/views/quiet';
import { readCommand } from '#pipeline/history/read-commands';
import { readQuiet } from '#pipeline/history/read-quiet';
import {
  acknowledge,
  addSilence,
  endSilence,
  resetLogin,
  unacknowledge,
} from '#pipeline/history/write-commands';

const outageParams = z.object({ id: pathId('Outage id', 'example-group-20240718-0915') });

/** People's commands: recorded with the token's name and applied by the next evaluation. */
export function addCommandRoutes(api: Api): void {
  const writes = guard(api.ports, { scope: 'write' });
  addAcknowledgement(api, writes);
  addSilenceCommands(api, writes);
  addLoginReset(api, writes);
  addReading(api);
}

type Writes = ReturnType<typeof guard>;

function addAcknowledgement({ hono, ports }: Api, writes: Writes): void {
  const asked = {
    path: '/v1/outages/{id}/ack',
    ...writes,
    request: { query: noQuery, params: outageParams, headers: repeatable },
    responses: { 202: json(accepted, 'Recorded.'), ...WRITE_PROBLEMS },
  } as const;
  const ackRoute = createRoute({
    method: 'post',
    operationId: 'acknowledgeOutage',
    tags: ['outages'],
    summary: 'Acknowledge an open outage: reminders stop',
    description: 'The first acknowledgement stays; later ones are added to the timeline.',
    ...asked,
  });
  hono.openapi(ackRoute, async (c) => {
    const { id } = c.req.valid('param');
    const act = doneOnce(c, ports, async (by) => commandView(await acknowledge(id, by, ports)));
    return c.json(await act, 202);
  });

  const unackRoute = createRoute({
    method: 'delete',
    operationId: 'unacknowledgeOutage',
    tags: ['outages'],
    summary: 'Take an acknowledgement back: reminders go on',
    ...asked,
  });
  hono.openapi(unackRoute, async (c) => {
    const { id } = c.req.valid('param');
    const act = doneOnce(c, ports, async (by) => commandView(await unacknowledge(id, by, ports)));
    return c.json(await act, 202);
  });
}

function addSilenceCommands({ hono, ports }: Api, writes: Writes): void {
  const silenceRoute = createRoute({
    method: 'post',
    path: '/v1/silences',
    operationId: 'createSilence',
    tags: ['silences'],
    summary: 'Send no notices of some services, or a group, for a while',
    description: 'At most 31 days, beginning within a year; 20 a group.',
    ...writes,
    request: { query: noQuery, headers: repeatable, body: body(silence) },
    responses: { 202: json(silenceAccepted, 'Recorded.'), ...WRITE_PROBLEMS, ...BODY_PROBLEMS },
  });
  hono.openapi(silenceRoute, async (c) => {
    const asked = c.req.valid('json');
    const answer = await doneOnce(c, ports, async (by) => {
      const order = { ...asked, from: asked.from ?? ports.clock.now() };
      const done = await addSilence(order, by, ports);
      return { ...commandView(done.command), silence: done.silence };
    });
    return c.json(answer, 202);
  });

  const unsilenceRoute = createRoute({
    method: 'delete',
    path: '/v1/silences/{id}',
    operationId: 'endSilence',
    tags: ['silences'],
    summary: 'End a silence',
    ...writes,
    request: {
      query: noQuery,
      params: z.object({ id: pathId('Silence id', 'example-group.1f0c2b9e') }),
      headers: repeatable,
    },
    responses: { 202: json(accepted, 'Recorded.'), ...WRITE_PROBLEMS },
  });
  hono.openapi(unsilenceRoute, async (c) => {
    const { id } = c.req.valid('param');
    const act = doneOnce(c, ports, async (by) => commandView(await endSilence(id, by, ports)));
    return c.json(await act, 202);
  });
}

function addLoginReset({ hono, ports }: Api, writes: Writes): void {
  const resetRoute = createRoute({
    method: 'post',
    path: '/v1/services/{id}/login-reset',
    operationId: 'resetLogin',
    tags: ['services'],
    summary: 'Let journeys log in again after a rejected login',
    ...writes,
    request: {
      query: noQuery,
      params: z.object({ id: pathId('Service id', 'example-service') }),
      headers: repeatable,
    },
    responses: { 202: json(accepted, 'Recorded.'), ...WRITE_PROBLEMS },
  });
  hono.openapi(resetRoute, async (c) => {
    const { id } = c.req.valid('param');
    const act = doneOnce(c, ports, async (by) => commandView(await resetLogin(id, by, ports)));
    return c.json(await act, 202);
  });
}

function addReading({ hono, ports }: Api): void {
  const commandRoute = createRoute({
    method: 'get',
    path: '/v1/commands/{id}',
    operationId: 'getCommand',
    tags: ['commands'],
    summary: 'What became of a command',
    ...guard(ports, { scope: 'read' }),
    request: {
      query: noQuery,
      params: z.object({ id: pathId('Command id', 'example-group.1721261700000-1f0c2b9e') }),
    },
    responses: { 200: json(commandStatus, 'The command.'), ...PROBLEMS },
  });
  hono.openapi(commandRoute, async (c) =>
    c.json(commandStatusView(await readCommand(c.req.valid('param').id, ports)), 200),
  );

  const silencesRoute = createRoute({
    method: 'get',
    path: '/v1/silences',
    operationId: 'listSilences',
    tags: ['silences'],
    summary: 'Silences in force and to come, as of the last evaluation',
    ...guard(ports, { scope: 'read', cacheSeconds: 5 }),
    request: { query: noQuery },
    responses: { 200: json(silences, 'All of them.'), ...PROBLEMS },
  });
  hono.openapi(silencesRoute, async (c) =>
    c.json(quietView(await readQuiet(ports), ports.clock.now()).silences, 200),
  );
}
