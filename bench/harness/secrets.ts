import { generateKeyPairSync, randomBytes } from 'node:crypto';

/** What the product cannot start without; made anew for each run. */
export const productSecrets = () => ({
  ENCRYPTION_KEYS: `bench:${randomBytes(32).toString('base64')}`,
  JWT_PRIVATE_KEY: generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey,
});
