import { pino, type Logger } from 'pino';

export type { Logger };

/** Field names that carry a secret or personal data, at any depth of a logged object. */
const secretFields = [
  'password',
  'authToken',
  'apiToken',
  'apiKey',
  'signingKey',
  'webhookSecret',
  'signatureSecret',
  'secret',
  'twilioAuthToken',
  'serverUrlSecret',
  'authorization',
  'token',
  'transcript',
  'from',
  'to',
  'From',
  'To',
  'Caller',
  'Called',
  'phoneNumber',
];

/** JSON lines on stdout; secrets and phone numbers are censored. */
export const createLogger = (level: string, name: string): Logger =>
  pino({
    name,
    level,
    // Two levels deep: each further one costs every line, and nothing of ours is logged whole.
    redact: { paths: secretFields.flatMap((field) => [field, `*.${field}`]), censor: '[redacted]' },
    serializers: { err: pino.stdSerializers.err },
  });
