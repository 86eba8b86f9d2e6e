/** A vendor that does not answer in this time is down; the workflow asks again later. */
export const timeoutMs = 10_000;

/** Aborts when the caller does, or when the vendor takes too long. */
export const deadline = (signal: AbortSignal | undefined): AbortSignal => {
  const timeout = AbortSignal.timeout(timeoutMs);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
};

/** The vendor refused, or could not be understood or reached. Carries no request, and so no credentials. */
export class VendorError extends Error {
  /** HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** The vendor's own code (`20003`) or the network's (`ECONNREFUSED`). */
  readonly code: string | undefined;

  constructor(vendor: string, { status, code, message }: { status?: number; code?: string; message?: string }) {
    super([vendor, status, code, message].filter(Boolean).join(' '));
    this.name = 'VendorError';
    this.status = status;
    this.code = code;
  }
}

/** What may be shown of an HTTP client's error: its code and words, not the request that it holds. */
export const causeOf = (error: unknown): { code?: string; message?: string } => {
  if (!(error instanceof Error)) return {};
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? { code, message: error.message } : { message: error.message };
};
