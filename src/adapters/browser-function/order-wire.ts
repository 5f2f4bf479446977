import * as z from 'zod/mini';
import { limitsSchema, targetSchema } from '#adapters/configuration/resolved-schema';
import type { JourneyOrder } from '#core/ports/checks';
import { LAYERS } from '#core/run/layer';
import { type Credentials, credentialsFrom, type PlainCredentials } from '#core/run/secret';

/** An order in the format for the browser function. It contains credentials and is never logged. */
const orderSchema = z.strictObject({
  v: z.literal(1),
  target: targetSchema,
  journey: z.string(),
  depth: z.enum(LAYERS),
  credentials: z.exactOptional(
    z.catchall(z.object({ userId: z.string(), password: z.string() }), z.string()),
  ),
  limits: limitsSchema,
  userAgentContact: z.string(),
  blockedHosts: z.array(z.string()),
  pictures: z.exactOptional(z.strictObject({ at: z.number() })),
  trace: z.exactOptional(z.boolean()),
  callerReads: z.exactOptional(z.boolean()),
} satisfies { readonly [Key in keyof Required<Omit<JourneyOrder, 'onStep'>>]: z.core.$ZodType } & {
  readonly v: z.core.$ZodType;
});

type WiredOrder = z.infer<typeof orderSchema>;

/** As JSON text. `onStep` is left out, because it works only within one process. */
export function encodeOrder({ onStep, credentials, ...order }: JourneyOrder): string {
  const wired: WiredOrder = {
    ...order,
    v: 1,
    target: {
      ...order.target,
      alsoHosts: [...order.target.alsoHosts],
      unseen: [...order.target.unseen],
    },
    blockedHosts: [...order.blockedHosts],
    ...(credentials ? { credentials: revealed(credentials) } : {}),
  };
  return JSON.stringify(wired);
}

/** Throws a ZodError that names fields but no values. */
export function decodeOrder(payload: unknown): JourneyOrder {
  const { v, credentials, ...order } = orderSchema.parse(payload);
  return credentials ? { ...order, credentials: credentialsFrom(credentials) } : order;
}

function revealed({ userId, password, ...others }: Credentials): PlainCredentials {
  const more = Object.entries(others).map(([field, value]) => [field, value.reveal()] as const);
  return {
    ...Object.fromEntries(more),
    userId: userId.reveal(),
    password: password.reveal(),
  };
}
