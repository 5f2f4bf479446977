import { startFauxqs } from 'fauxqs';

const credentials = { accessKeyId: 'loopback', secretAccessKey: 'loopback' };

/** SNS, SQS and S3 on loopback, and what an SDK client needs to speak to them. */
export async function startMessaging() {
  const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  const client = {
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${server.port}`,
    credentials,
  };
  return { server, client };
}
