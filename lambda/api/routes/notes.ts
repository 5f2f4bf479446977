import { createRoute, z } from '@hono/zod-openapi';
import type { Api } from '#lambda/api/common/api';
import { guard } from '#lambda/api/common/guard';
import { linkNext } from '#lambda/api/common/paging';
import { cursor, limit, noQuery, pathId } from '#lambda/api/common/parameters';
import { body, doneOnce, repeatable } from '#lambda/api/routes/command-parts';
import { newNote, noteAccepted } from '#lambda/api/schemas/commands';
import { BODY_PROBLEMS, json, PROBLEMS, WRITE_PROBLEMS } from '#lambda/api/schemas/common';
import { notes } from '#lambda/api/schemas/outages';
import { commandView } from '#lambda/api/views/commands';
import { noteView } from '#lambda/api/views/outages';
import { addNote, readNotes, withdrawNote } from '#pipeline/history/notes';

const params = z.object({ id: pathId('Outage id', 'example-group-20240718-0915') });

/** People's notes about outages, stored beside the outage records. */
export function addNoteRoutes({ hono, ports }: Api): void {
  const writes = guard(ports, { scope: 'write' });
  const addRoute = createRoute({
    method: 'post',
    path: '/v1/outages/{id}/notes',
    operationId: 'addNote',
    tags: ['outages'],
    summary: 'Add a note to an outage; at most 200 each',
    ...writes,
    request: { query: noQuery, params, headers: repeatable, body: body(newNote) },
    responses: { 202: json(noteAccepted, 'Stored.'), ...WRITE_PROBLEMS, ...BODY_PROBLEMS },
  });
  hono.openapi(addRoute, async (c) => {
    const order = { outage: c.req.valid('param').id, text: c.req.valid('json').text };
    const answer = await doneOnce(c, ports, async (by) => {
      const { command, note } = await addNote(order, by, ports);
      return { ...commandView(command), note };
    });
    return c.json(answer, 202);
  });

  const withdrawRoute = createRoute({
    method: 'delete',
    path: '/v1/outages/{id}/notes/{note}',
    operationId: 'withdrawNote',
    tags: ['outages'],
    summary: 'Withdraw a note: its text is deleted',
    ...writes,
    request: {
      query: noQuery,
      params: params.extend({
        note: z
          .string()
          .regex(/^[1-9]\d{0,5}$/, 'Must be the number of a note.')
          .transform(Number)
          .openapi({
            type: 'integer',
            minimum: 1,
            maximum: 200,
            example: 1,
            description: 'Its number',
          }),
      }),
      headers: repeatable,
    },
    responses: { 202: json(noteAccepted, 'Withdrawn.'), ...WRITE_PROBLEMS },
  });
  hono.openapi(withdrawRoute, async (c) => {
    const { id, note } = c.req.valid('param');
    const answer = await doneOnce(c, ports, async (by) => {
      const { command } = await withdrawNote({ outage: id, note }, by, ports);
      return { ...commandView(command), note };
    });
    return c.json(answer, 202);
  });

  const listRoute = createRoute({
    method: 'get',
    path: '/v1/outages/{id}/notes',
    operationId: 'listNotes',
    tags: ['outages'],
    summary: 'Notes of an outage, newest first',
    ...guard(ports, { scope: 'read', cacheSeconds: 5 }),
    request: { query: z.strictObject({ limit, cursor: cursor.optional() }), params },
    responses: { 200: json(notes, 'A page of notes.'), ...PROBLEMS },
  });
  hono.openapi(listRoute, async (c) => {
    const query = { outage: c.req.valid('param').id, ...c.req.valid('query') };
    const page = await readNotes(query, ports);
    linkNext(c, page.next);
    return c.json({ items: page.items.map(noteView), next: page.next ?? null }, 200);
  });
}
