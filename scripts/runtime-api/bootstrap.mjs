// What Lambda's own Node runtime does with a function: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
// Plain JavaScript without imports from the project, because only the asset may be seen from here.
import { format } from 'node:util';

const { AWS_LAMBDA_RUNTIME_API, LAMBDA_TASK_ROOT, _HANDLER } = process.env;
const api = `http://${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;

function described(error) {
  return JSON.stringify({
    errorType: error?.name ?? 'Error',
    errorMessage: error?.message ?? String(error),
    trace: error?.stack?.split('\n') ?? [],
  });
}

/** As Lambda does with `LogFormat: JSON`: whatever is said through console becomes a field. */
function wrapConsole() {
  for (const level of ['debug', 'info', 'log', 'warn', 'error']) {
    console[level] = (...parts) => {
      const record = { timestamp: new Date().toISOString(), level, message: format(...parts) };
      process.stdout.write(`${JSON.stringify(record)}\n`);
    };
  }
}

async function post(path, body) {
  await fetch(`${api}${path}`, { method: 'POST', body });
}

async function load() {
  const [file, name] = _HANDLER.split('.');
  return (await import(`${LAMBDA_TASK_ROOT}/${file}.mjs`))[name];
}

async function serve(handler) {
  const next = await fetch(`${api}/invocation/next`);
  const id = next.headers.get('lambda-runtime-aws-request-id');
  const deadline = Number(next.headers.get('lambda-runtime-deadline-ms'));
  const context = { awsRequestId: id, getRemainingTimeInMillis: () => deadline - Date.now() };
  try {
    const answer = await handler(await next.json(), context);
    await post(`/invocation/${id}/response`, JSON.stringify(answer));
  } catch (error) {
    await post(`/invocation/${id}/error`, described(error));
  }
}

wrapConsole();
try {
  const handler = await load();
  for (;;) await serve(handler);
} catch (error) {
  await post('/init/error', described(error));
  process.exit(1);
}
