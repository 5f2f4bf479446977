import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { createApp } from '#lambda/api/app';
import { toRequest, toResult } from '#lambda/http-event';
import { historyPorts } from '#lambda/wiring/history-api';

let app: ReturnType<typeof createApp> | undefined;

/** Takes HTTP requests (payload format 2.0) and returns JSON. */
export async function handler(
  event: APIGatewayProxyEventV2,
): Promise<APIGatewayProxyStructuredResultV2> {
  app ??= createApp(historyPorts());
  return toResult(await app.fetch(toRequest(event)));
}
