import { fill, type Params, type ParamsOf } from './domain/text/template.ts';

/** Every error a client can meet: stable code → HTTP status and the sentence that explains it. */
const catalogue = {
  'auth.required': [401, 'A valid bearer token is required.'],
  'auth.invalid_credentials': [401, 'The e-mail or the password is wrong.'],
  'auth.refresh_invalid': [401, 'The refresh token is used, expired or revoked; sign in again.'],
  'auth.forbidden': [403, 'Your role does not allow this.'],
  'token.invalid': [400, 'The link is used, expired or not ours; ask for a new one.'],
  'user.owner_protected': [409, 'The owner stays the owner until ownership is transferred.'],
  'user.email_taken': [409, 'Another user has this e-mail address.'],
  'answering.plan_exists': [409, 'There is a plan for these numbers already.'],
  'answering.faulty': [422, 'The plan leaves callers without an answer.'],
  'contact.number_taken': [409, 'Another contact has this number.'],
  'tenant.slug_taken': [409, 'Another tenant has this slug.'],
  'number.taken': [409, 'A number is active with another account or carrier already.'],
  'call.over': [409, 'The call is over.'],
  'call.not_controllable': [409, 'Nothing takes commands for this call.'],
  'assistant.not_configured': [409, 'The account of the assistant is not configured.'],
  'assistant.sync_running': [409, 'The assistant is being written to its vendor already.'],
  'provider.refused': [409, 'The provider refused the request.'],
  'provider.unreachable': [502, 'The provider did not answer, or failed; try again.'],
  'idempotency.in_progress': [409, 'The first request with this Idempotency-Key is still running.'],
  'idempotency.key_reused': [422, 'This Idempotency-Key came with another request before.'],
  'webhook.signature_missing': [401, 'The webhook carries no signature.'],
  'webhook.signature_invalid': [403, 'The webhook signature does not match.'],
  'webhook.unknown_tenant': [404, 'No tenant answers at this address.'],
  'webhook.not_configured': [403, 'This provider is not configured for the tenant.'],
  'request.invalid': [400, 'The request does not fit the schema.'],
  'request.malformed': [400, 'The request cannot be read.'],
  'request.too_large': [413, 'The request body is too large.'],
  'request.uri_too_long': [414, 'The address is too long.'],
  'request.headers_too_large': [431, 'The headers are too large or too many.'],
  'request.unsupported_media_type': [415, 'The content type is not supported here.'],
  'request.timeout': [408, 'The request body did not arrive in time.'],
  'rate.limited': [429, 'Too many requests.'],
  'resource.not_found': [404, 'There is no such resource.'],
  'resource.changed': [412, 'The resource has changed since it was read.'],
  'resource.conflict': [409, 'The request conflicts with the current state.'],
  'route.not_found': [404, 'There is no such route.'],
  'route.method_not_allowed': [405, 'The method is not allowed on this route.'],
  'service.unavailable': [503, 'The service cannot keep its promise right now; try again.'],
  internal: [500, 'Something failed on our side.'],
} as const satisfies Record<string, readonly [number, string]>;

/** Where one code has several causes: reason → code and what exactly is wrong. Reasons are public, like codes. */
const reasons = {
  'access_token.expired': ['auth.required', 'The token has expired; refresh it.'],
  'access_token.invalid': ['auth.required', 'The token is not valid.'],
  'session.over': ['auth.required', 'The session is over; sign in again.'],
  'api_key.invalid': ['auth.required', 'The API key is not valid.'],
  'api_key.expired': ['auth.required', 'The API key has expired.'],
  'api_key.revoked': ['auth.required', 'The API key was revoked.'],
  'operator_key.required': ['auth.required', "The operator's key is required."],
  'permission.missing': ['auth.forbidden', 'The permission {permission} is missing.'],
  'person.required': ['auth.forbidden', 'An API key cannot do this: sign in.'],
  'scopes.lacking': ['auth.forbidden', 'You cannot give what you lack: {scopes}.'],
  'role.above_yours': ['auth.forbidden', 'The role permits more than yours.'],
  'user.above_you': ['auth.forbidden', 'Their role permits more than yours.'],
  'user.yourself': ['auth.forbidden', 'You cannot do this to yourself.'],
  'owner.not_given': ['auth.forbidden', 'Ownership is transferred, not given.'],
  'owner.no_longer': ['auth.forbidden', 'You are no longer the owner.'],
  'owner.already': ['resource.conflict', 'You are the owner already.'],
  'user.not_active': ['resource.conflict', 'The user is {status}, not active.'],
  'user.not_invited': ['resource.conflict', 'The user is {status}, not invited.'],
  'endpoint.limit_reached': ['resource.conflict', 'A tenant has at most {maximum} endpoints.'],
  'endpoint.removed': ['resource.conflict', 'The endpoint was removed.'],
  'endpoint.disabled': ['resource.conflict', 'The endpoint is disabled: enable it first.'],
  'plan.not_published': ['resource.conflict', 'No version of the plan answers calls.'],
  'webhook.not_stuck': ['resource.conflict', 'The webhook has not failed: it is on its way.'],
  'http.invalid': ['request.malformed', 'This is not valid HTTP/1.1.'],
  'http.not_a_proxy': ['request.malformed', 'This is no proxy.'],
  'host.missing_or_repeated': ['request.malformed', 'Send one Host header.'],
  'client.gone': ['request.malformed', 'The client went away.'],
  'body.missing': ['request.malformed', 'A JSON body is required.'],
  'body.incomplete': ['request.malformed', 'The connection closed before the body was complete.'],
  'body.not_utf8': ['request.malformed', 'The body is not valid UTF-8.'],
  'body.not_json': ['request.malformed', 'The body is not valid JSON.'],
  'body.too_many_values': ['request.malformed', 'The body holds more than {maximum} values.'],
  'body.too_deep': ['request.malformed', 'The body is nested deeper than {maximum} levels.'],
  'body.wrong_type': ['request.unsupported_media_type', 'Send application/json in UTF-8, not compressed.'],
  'headers.too_many': ['request.headers_too_large', 'At most {maximum} headers.'],
  'address.too_long': ['request.uri_too_long', 'At most {maximum} characters, query included.'],
} as const satisfies Record<string, readonly [keyof typeof catalogue, string]>;

export type ErrorCode = keyof typeof catalogue;
export type ErrorReason = keyof typeof reasons;
export const errorReasons = Object.keys(reasons) as ErrorReason[];
export const errorCodes = Object.keys(catalogue) as ErrorCode[];
export const errorStatus = (code: ErrorCode): number => catalogue[code][0];
export const errorTitle = (code: ErrorCode): string => catalogue[code][1];

/** An expected failure. `details` are shown to the client: never put a secret there. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown> | undefined;

  constructor(code: ErrorCode, details?: Record<string, unknown>, options?: ErrorOptions) {
    super(catalogue[code][1], options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return errorStatus(this.code);
  }
}

/** In English. */
export const reasonSentence = (reason: ErrorReason, params: Params): string => fill(reasons[reason][1], params);

/** An `AppError` by its exact reason. */
export const refusal = <Reason extends ErrorReason>(
  reason: Reason,
  ...[params]: ParamsOf<(typeof reasons)[Reason][1]>
): AppError => {
  const about = { ...params };
  return new AppError(reasons[reason][0], { reason, params: about, detail: reasonSentence(reason, about) });
};
