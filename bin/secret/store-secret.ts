import {
  CreateSecretCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { codeOf } from '#adapters/channels/refusal';
import { MonitorFaultError } from '#core/errors';

export interface Storing {
  readonly region: string;
  readonly name: string;
  readonly value: string;
  /** True if no stack makes the secret. */
  readonly create: boolean;
}

/** `made` where there was none of that name. Throws MonitorFaultError, without the value. */
export async function storeSecret(storing: Storing): Promise<'made' | 'replaced'> {
  const { region, name, value, create } = storing;
  const client = new SecretsManagerClient({ region });
  try {
    await client.send(new PutSecretValueCommand({ SecretId: name, SecretString: value }));
    return 'replaced';
  } catch (error) {
    if (create && error instanceof ResourceNotFoundException) return await make(client, storing);
    throw notTaken(storing, error);
  }
}

async function make(client: SecretsManagerClient, storing: Storing): Promise<'made'> {
  const { name, value } = storing;
  try {
    await client.send(new CreateSecretCommand({ Name: name, SecretString: value }));
    return 'made';
  } catch (error) {
    throw notTaken(storing, error);
  }
}

function notTaken({ region, name, create }: Storing, error: unknown): MonitorFaultError {
  const kind = codeOf(error);
  return new MonitorFaultError(
    {
      en: `Secrets Manager in ${region} did not take ${name}: ${kind}.`,
      ko: `Secrets Manager(${region})에 ${name} 값을 저장하지 못했습니다: ${kind}.`,
    },
    {
      en: `${create ? 'Use' : 'Deploy first, and use'} credentials that may write it.`,
      ko: `${create ? '' : '먼저 배포하고, '}쓰기 권한이 있는 자격 증명으로 실행하십시오.`,
    },
  );
}
