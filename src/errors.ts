/** Every error a client can meet: stable code → HTTP status and the sentence that explains it. */
const catalogue = {
  'auth.required': [401, 'A valid bearer token is required.'],
  'auth.invalid_credentials': [401, 'The e-mail or the password is wrong.'],
  'auth.forbidden': [403, 'Your role does not allow this.'],
  'webhook.signature_missing': [401, 'The webhook carries no signature.'],
  'webhook.signature_invalid': [403, 'The webhook signature does not match.'],
  'webhook.unknown_tenant': [404, 'No tenant answers at this address.'],
  'webhook.not_configured': [403, 'This provider is not configured for the tenant.'],
  'request.invalid': [400, 'The request does not fit the schema.'],
  'request.malformed': [400, 'The request body cannot be read.'],
  'request.too_large': [413, 'The request body is too large.'],
  'request.unsupported_media_type': [415, 'The content type is not supported here.'],
  'request.timeout': [408, 'The request body did not arrive in time.'],
  'rate.limited': [429, 'Too many requests.'],
  'resource.not_found': [404, 'There is no such resource.'],
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
