import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { StartFailure } from './failure.ts';

/** Values of the environment that must stay the same from one start to the next. */
export interface Secrets {
  ENCRYPTION_KEYS: string;
  JWT_PRIVATE_KEY: string;
  OPERATOR_KEY: string;
}

const generate = (): Secrets => ({
  ENCRYPTION_KEYS: `dev:${randomBytes(32).toString('base64')}`,
  JWT_PRIVATE_KEY: generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey,
  OPERATOR_KEY: randomBytes(32).toString('base64url'),
});

/** This machine's development secrets, generated at the first start. What they sealed is lost with them. */
export const loadSecrets = (file: string): Secrets => {
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(generate(), null, 2)}\n`, { mode: 0o600 });
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  } catch (error) {
    throw new StartFailure(
      `${file} cannot be read (${(error as Error).message}); restore it, or delete .data to begin anew.`,
    );
  }
};
