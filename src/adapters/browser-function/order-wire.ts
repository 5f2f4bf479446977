import * as z from 'zod';
import { limitsSchema, targetSchema } from '#adapters/configuration/resolved-schema';
import type { JourneyOrder } from '#core/ports/checks';
import { LAYERS } from '#core/run/layer';
import { type Credentials, Secret } from '#core/run/secret';

/** An order in the format for the browser function. It contains credentials and is never logged. */
const orderSchema = z.strictObject({
  v: z.literal(1),
  target: targetSchema,
  journey: z.string(),
  depth: z.enum(LAYERS),
  credentials: z
    .strictObject({
      userId: z.string(),
      password: z.string(),
      birthDate: z.string().exactOptional(),
    })
    .exactOptional(),
  limits: limitsSchema,
  userAgentContact: z.string(),
  blockedHosts: z.array(z.string()),
  pictures: z.strictObject({ at: z.number() }).exactOptional(),
  trace: z.boolean().exactOptional(),
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
  return credentials ? { ...order, credentials: hidden(credentials) } : order;
}

function revealed({ userId, password, birthDate }: Credentials) {
  return {
    userId: userId.reveal(),
    password: password.reveal(),
    ...(birthDate ? { birthDate: birthDate.reveal() } : {}),
  };
}

function hidden({
  userId,
  password,
  birthDate,
}: NonNullable<WiredOrder['credentials']>): Credentials {
  return {
    userId: new Secret(userId),
    password: new Secret(password),
    ...(birthDate ? { birthDate: new Secret(birthDate) } : {}),
  };
}
