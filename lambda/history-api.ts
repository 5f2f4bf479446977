import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  Context,
} from 'aws-lambda';
import { handle } from 'hono/aws-lambda';
import { createApp } from '#lambda/api/app';
import { historyPorts } from '#lambda/wiring/history-api';

type Serve = (
  event: APIGatewayProxyEventV2,
  context?: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

let serve: Serve | undefined;

/** HTTP requests (payload format 2.0) in, JSON out. */
export async function handler(
  event: APIGatewayProxyEventV2,
  context?: Context,
): Promise<APIGatewayProxyStructuredResultV2> {
  // Hono types the same events by hand, with `undefined` where AWS's types leave fields out.
  serve ??= handle(createApp(historyPorts())) as unknown as Serve;
  return serve(event, context);
}
