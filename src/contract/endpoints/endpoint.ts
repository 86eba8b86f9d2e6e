import { z } from 'zod';
import { because } from '../problems/fieldErrors.ts';
import { withoutEdges } from '../../domain/text/pasted.ts';

/** Receivers that decode it would otherwise use another key than we do. */
const isWellMade = (secret: string): boolean => {
  if (!secret.startsWith('whsec_')) return true;
  const bytes = Buffer.from(secret.slice('whsec_'.length), 'base64');
  return bytes.length >= 24 && bytes.length <= 64 && /^whsec_[A-Za-z0-9+/]+={0,2}$/.test(secret);
};

const isPlain = (url: string): boolean => {
  const { username, password } = URL.parse(url) ?? {};
  return !username && !password;
};

/** Checks what does not depend on the configuration: `findUrlProblem` (destination.ts) checks the rest. */
export const EndpointUrl = z
  .string()
  .overwrite(withoutEdges)
  .check(z.url({ protocol: /^https?$/ }))
  .max(2048)
  .refine(isPlain, because('url.credentials'));

export const SigningSecret = z
  .string()
  .overwrite(withoutEdges)
  .min(8)
  .max(256)
  .refine(isWellMade, because('secret.malformed'))
  .describe('`whsec_` and base64 of 24 to 64 bytes (Standard Webhooks), or any text of 8 characters or more');

/** Where a tenant's events are delivered. Not for workflows: zod stays out of their bundle. */
export const EndpointSettings = z.object({
  webhookUrl: EndpointUrl.describe('Receives each event by POST'),
  signatureSecret: SigningSecret,
});

export type EndpointSettings = z.infer<typeof EndpointSettings>;
export const endpointSecretFields = ['signatureSecret'] as const;
