import { startFauxqs } from 'fauxqs';

const credentials = { accessKeyId: 'loopback', secretAccessKey: 'loopback' };

/** SNS, SQS and S3 on loopback, and the settings that an SDK client needs for them. */
export async function startMessaging() {
  const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  const client = {
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${server.port}`,
    credentials,
  };
  return { server, client };
}
