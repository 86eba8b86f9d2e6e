import { ConnectionException, NotFoundError, UniqueConstraintViolationException } from '@mikro-orm/core';
import { z } from 'zod';
import { fieldErrorCodes } from '../../contract/problems/fieldErrors.ts';
import { AppError, errorCodes, errorReasons, errorTitle, type ErrorCode } from '../../errors.ts';

const Params = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]));

const FieldProblem = z
  .object({
    path: z.string(),
    code: z.enum(fieldErrorCodes).describe('Stable: switch on this. `params` say the rest'),
    params: Params.describe('Such as `minimum` of `field.too_small`; empty where the code says all'),
    message: z.string().describe('The same in English, for people'),
  })
  .meta({ id: 'FieldProblem', description: 'One thing that is wrong with a request' });

/** RFC 9457, and the code that programs switch on. */
export const Problem = z
  .object({
    type: z.string().describe('`urn:ai-receptionist:problem:` and the code'),
    title: z.string(),
    status: z.int(),
    code: z.enum(errorCodes).describe('Stable: switch on this'),
    reason: z.enum(errorReasons).optional().describe('Why exactly, where the code has several causes. Stable as well'),
    params: Params.optional().describe('What the reason is about, such as the `status` of a user who is not active'),
    detail: z.string().optional().describe('What exactly is wrong this time, in English'),
    requestId: z.string().describe('Quote it when you ask for help'),
    errors: z
      .array(FieldProblem)
      .optional()
      .describe('One entry for each thing wrong with the request; `path` begins with `path`, `query` or `body`'),
  })
  .meta({ id: 'Problem', description: 'What went wrong (RFC 9457)' });

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Nothing but what `AppError` allows is shown. */
export const toProblem = (error: AppError, requestId: string): z.infer<typeof Problem> =>
  Problem.parse({
    type: `urn:ai-receptionist:problem:${error.code}`,
    title: errorTitle(error.code),
    status: error.status,
    code: error.code,
    reason: error.details?.['reason'],
    params: error.details?.['params'],
    detail: text(error.details?.['detail']),
    requestId,
    errors: error.details?.['errors'],
  });

/** What goes with a problem besides its body. */
export const problemHeaders = ({ status, details }: AppError): Record<string, string> => {
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  };
  const retryAfter = details?.['retryAfterSeconds'];
  if (typeof retryAfter === 'number') headers['retry-after'] = String(retryAfter);
  else if (status === 503) headers['retry-after'] = '5';
  const allow = details?.['allow'];
  if (typeof allow === 'string') headers['allow'] = allow;
  return headers;
};

/** PostgreSQL is gone, starting, or shutting down (class 57P). */
const isOutage = (error: unknown): boolean =>
  error instanceof ConnectionException ||
  (error instanceof Error &&
    'code' in error &&
    /^(57P0\d|08\d{3}|53300|ECONN\w+|ETIMEDOUT|ENOTFOUND|EPIPE)$/.test(String(error.code)));

/** What a unique constraint says to the client. */
const taken: Record<string, ErrorCode> = {
  contacts_number_unique: 'contact.number_taken',
  tenants_slug_unique: 'tenant.slug_taken',
  users_email_unique: 'user.email_taken',
};

/** The driver names the constraint. */
const takenCode = (error: UniqueConstraintViolationException & { constraint?: unknown }): ErrorCode =>
  taken[String(error.constraint)] ?? 'resource.conflict';

/** Every failure in our own words; what was not expected is `internal`, with the original as its cause. */
export const toAppError = (error: unknown): AppError => {
  if (error instanceof AppError) return error;
  if (error instanceof NotFoundError) return new AppError('resource.not_found', undefined, { cause: error });
  if (error instanceof UniqueConstraintViolationException)
    return new AppError(takenCode(error), undefined, { cause: error });
  if (isOutage(error)) return new AppError('service.unavailable', { retryAfterSeconds: 5 }, { cause: error });
  return new AppError('internal', undefined, { cause: error });
};
