import { createHash, randomBytes } from 'node:crypto';

/** Prefixes by which people and secret scanners recognise them. */
const prefixes = { refreshToken: 'rt_', invitation: 'inv_', passwordReset: 'pwr_', apiKey: 'rk_' } as const;

/** 256 random bits after the prefix of its kind; shown once, kept as a hash. */
export const newSecret = (kind: keyof typeof prefixes): string =>
  prefixes[kind] + randomBytes(32).toString('base64url');

export const isApiKey = (token: string): boolean => token.startsWith(prefixes.apiKey);

/** SHA-256 in hexadecimal: enough for what cannot be guessed, and found by one look into an index. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
