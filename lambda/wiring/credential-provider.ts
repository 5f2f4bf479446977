import { defined } from '#core/defined';
import { MonitorFaultError } from '#core/errors';

/**
 * Stands in for the SDK's credential chain in every bundle. On Lambda credentials are always in the
 * environment: the chain's profiles, SSO and metadata endpoints would only be 100 KB to load, and
 * places for the function with a browser in it to go looking.
 */
export function defaultProvider() {
  return async () => {
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
    if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
      throw new MonitorFaultError(
        {
          en: 'There are no AWS credentials in the environment.',
          ko: '환경 변수에 AWS 자격 증명이 없습니다.',
        },
        {
          en: 'Lambda sets them; outside of it, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
          ko: 'Lambda 밖에서는 AWS_ACCESS_KEY_ID와 AWS_SECRET_ACCESS_KEY를 설정하십시오.',
        },
      );
    }
    return {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      ...defined({ sessionToken: AWS_SESSION_TOKEN || undefined }),
    };
  };
}
