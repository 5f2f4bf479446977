import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  CloudWatchLogsEvent,
  SQSBatchResponse,
  SQSEvent,
} from 'aws-lambda';
import { entryBeside, type FunctionName } from '#contract/functions';

/** The deployed handler modules, by their names in `lib/`: no copy and no local variant. */
export interface Handlers {
  readonly dispatcher: (event: unknown) => Promise<unknown>;
  readonly runner: (event: SQSEvent) => Promise<SQSBatchResponse>;
  readonly browser: (event: unknown) => Promise<unknown>;
  readonly prober: (event: SQSEvent) => Promise<SQSBatchResponse>;
  readonly 'log-reader': (event: CloudWatchLogsEvent) => Promise<unknown>;
  readonly page: (event: unknown) => Promise<unknown>;
  readonly evaluator: (event: SQSEvent) => Promise<SQSBatchResponse>;
  readonly 'history-api': (
    event: APIGatewayProxyEventV2,
  ) => Promise<APIGatewayProxyStructuredResultV2>;
}

/** Imported late, because the modules read the environment on first use. */
export async function loadHandler<Name extends FunctionName>(name: Name): Promise<Handlers[Name]> {
  const module: { handler: Handlers[Name] } = await import(handlerUrl(name));
  return module.handler;
}

export function handlerUrl(name: FunctionName): string {
  return new URL(`../../${entryBeside(name, import.meta.filename)}`, import.meta.url).href;
}
