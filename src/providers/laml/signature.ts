import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import { queryOf } from '../shared/body.ts';
import type { Form } from '../shared/form.ts';

/** What is signed of a form: its names in the order of their code units, each with its values. */
export const signedForm = (
  form: Readonly<Form>,
  repeated: (values: readonly string[]) => readonly string[],
): string => {
  let text = '';
  for (const name of Object.keys(form).toSorted()) {
    const value = form[name];
    if (typeof value === 'string') text += name + value;
    else if (value) for (const item of repeated(value)) text += name + item;
  }
  return text;
};

/** Where the signed URL vouches for the body by its hash. */
export const bodyHashOf = (url: string): string | null => {
  const query = queryOf(url);
  return query === '' ? null : new URLSearchParams(query).get('bodySHA256');
};

/** One key for each tenant's settings: to make it anew would cost as much as the check itself. */
export const keyRing = <Settings extends object>(secretOf: (settings: Settings) => string) => {
  const keys = new WeakMap<Settings, KeyObject>();
  return (settings: Settings): KeyObject => {
    const known = keys.get(settings);
    if (known) return known;
    const key = createSecretKey(secretOf(settings), 'utf8');
    keys.set(settings, key);
    return key;
  };
};

/** HMAC-SHA1, compared in constant time. The length of a right signature is public. */
export const isSignature = (
  given: string,
  key: KeyObject,
  encoding: 'hex' | 'base64',
  ...content: (string | Buffer)[]
): boolean => {
  const hmac = createHmac('sha1', key);
  for (const part of content) hmac.update(part);
  const expected = Buffer.from(hmac.digest(encoding), 'latin1');
  const bytes = Buffer.from(given, 'utf8');
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
};
