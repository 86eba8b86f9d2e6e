import { AppError } from '../../errors.ts';
import { UnknownOutcome } from '../../providers/provider.ts';
import { VendorError } from '../../providers/shared/vendorHttp.ts';

/** Answers that blame the request, and would be the same the next time. */
const isRefusal = (status: number | undefined): boolean =>
  status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429;

/** What a failed request to a provider means to the client; any other failure stays what it is. */
export const providerProblem = (error: unknown): unknown => {
  if (error instanceof VendorError && isRefusal(error.status))
    return new AppError('provider.refused', { detail: error.message }, { cause: error });
  if (error instanceof VendorError || error instanceof UnknownOutcome || error instanceof DOMException)
    return new AppError('provider.unreachable', { retryAfterSeconds: 30 }, { cause: error });
  return error;
};
