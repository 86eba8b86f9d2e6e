import { attemptError, type AttemptError } from './attemptErrors.ts';

/** What came of one attempt to deliver. */
export type AttemptResult =
  | { kind: 'answered'; status: number; contentType: string; body: string; location?: string | undefined }
  /** The network failed, or time was up, before the whole answer was there. */
  | { kind: 'interrupted'; error: AttemptError; status?: number | undefined }
  /** Nothing was sent: the destination, or the request itself, is not allowed. */
  | { kind: 'refused'; error: AttemptError };

/**
 * `retry`: it may pass by itself, the whole schedule through. `retryBriefly`: only a person will change it, a few
 * attempts leave time for that. `gone`: the endpoint wants no more events.
 */
export type Verdict = 'delivered' | 'retry' | 'retryBriefly' | 'gone';

export interface Outcome {
  verdict: Verdict;
  /** Why it is not delivered. */
  error?: AttemptError;
}

/**
 * Redirects that say of themselves that they are temporary (a maintenance page), n8n's 404 (a workflow that is not
 * active at the moment), time-outs and limits.
 */
const temporaryStatuses: ReadonlySet<number> = new Set([302, 303, 307, 404, 408, 425, 429]);

const isSuccess = (status: number): boolean => status >= 200 && status <= 299;

const verdictOn = (status: number): Verdict => {
  if (status === 410) return 'gone';
  return status >= 500 || temporaryStatuses.has(status) ? 'retry' : 'retryBriefly';
};

/** n8n that is starting up answers 200 with a page, as login pages and parked domains do: no workflow took the event. */
const isWebPage = (contentType: string, body: string): boolean =>
  /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(contentType) || /^\s*<(!doctype\s+html|html)\b/i.test(body);

/** Decides what an attempt means for the event. */
export const classify = (result: AttemptResult): Outcome => {
  switch (result.kind) {
    case 'refused':
      return { verdict: 'retryBriefly', error: result.error };
    case 'interrupted': {
      const { status = 0, error } = result;
      return { verdict: status === 0 || isSuccess(status) ? 'retry' : verdictOn(status), error };
    }
    case 'answered': {
      const { status, contentType, body, location } = result;
      if (isSuccess(status)) {
        return isWebPage(contentType, body)
          ? { verdict: 'retry', error: attemptError('endpoint.web_page', { status }) }
          : { verdict: 'delivered' };
      }
      const error =
        location === undefined
          ? attemptError('endpoint.status', { status })
          : attemptError('endpoint.redirect', { status, location });
      return { verdict: verdictOn(status), error };
    }
  }
};
