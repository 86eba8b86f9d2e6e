import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

interface EncryptionKey {
  id: string;
  /** 32 bytes. */
  key: Buffer;
}

/** The first key seals, all of them open. */
export type KeyRing = readonly EncryptionKey[];

/**
 * AES-256-GCM. `context` (say, the row's owner) is authenticated: a sealed value moved to another row does not open.
 * @returns `v1.{key id}.{nonce}.{tag}.{ciphertext}`, the last three in base64url.
 */
export const seal = (keys: KeyRing, text: string, context: string): string => {
  const [current] = keys;
  if (!current) throw new Error('no encryption key is configured');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return ['v1', current.id, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join(
    '.',
  );
};

/** @throws Error when the key is unknown, or the value was changed or belongs to another context. */
export const unseal = (keys: KeyRing, value: string, context: string): string => {
  const [version, keyId, nonce, tag, sealed] = value.split('.');
  const found = keys.find(({ id }) => id === keyId);
  if (version !== 'v1' || !nonce || !tag || sealed === undefined) throw new Error('not a sealed value');
  if (!found) throw new Error(`encryption key ${keyId} is not configured`);
  const decipher = createDecipheriv('aes-256-gcm', found.key, Buffer.from(nonce, 'base64url'))
    .setAAD(Buffer.from(context))
    .setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()]).toString('utf8');
};
