import { createMiddleware } from 'hono/factory';
import { UnknownNameError } from '#core/errors';
import type { Api, ApiEnvironment } from '#lambda/api/common/api';
import { labelsFor, noteArrival } from '#pipeline/history/arrivals';
import { arrivalPage } from '#render/arrival-page';

const noStore = createMiddleware<ApiEnvironment>(async (context, next) => {
  await next();
  context.header('Cache-Control', 'no-store');
});

/** What the link of a drill leads to. It needs no token: its code is the secret, for an hour. */
export function addArrivalRoutes({ hono, ports }: Api): void {
  const { language } = ports.configuration.texts;
  const gone = arrivalPage({ type: 'gone' }, language);

  hono.get('/d/:code', noStore, async (c) => {
    const labels = await labelsFor(c.req.param('code'), ports);
    if (!labels) return c.html(gone, 404);
    return c.html(arrivalPage({ type: 'ask', labels }, language));
  });

  hono.post('/d/:code', noStore, async (c) => {
    const { label } = await c.req.parseBody();
    const given = { code: c.req.param('code'), label: typeof label === 'string' ? label : '' };
    try {
      await noteArrival(given, ports);
    } catch (error) {
      if (error instanceof UnknownNameError) return c.html(gone, 404);
      throw error;
    }
    return c.html(arrivalPage({ type: 'thanks', label: given.label }, language));
  });
}
