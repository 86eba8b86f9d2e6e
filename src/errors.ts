/** Every error a client can meet: stable code → HTTP status and the sentence that explains it. */
const catalogue = {
  'auth.required': [401, 'A valid bearer token is required.'],
  'auth.invalid_credentials': [401, 'The e-mail or the password is wrong.'],
  'auth.refresh_invalid': [401, 'The refresh token is used, expired or revoked; sign in again.'],
  'auth.forbidden': [403, 'Your role does not allow this.'],
  'token.invalid': [400, 'The link is used, expired or not ours; ask for a new one.'],
  'user.owner_protected': [409, 'The owner stays the owner until ownership is transferred.'],
  'user.email_taken': [409, 'Somebody has this e-mail address already.'],
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

export type ErrorCode = keyof typeof catalogue;
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
