import type { RequestFor } from '../routing/route.ts';

type Request = Pick<RequestFor<'signed-in', unknown, unknown, unknown>, 'deps' | 'auth' | 'afterCommit'>;

/**
 * Has endpoints deliver what a request has queued, once it is committed. The client does not wait, and the sweep does what
 * this cannot.
 * @param options `isAskedFor`: by the person who sends the request, also where an endpoint rests.
 */
export const deliverAfterCommit = (
  { deps, auth, afterCommit }: Request,
  endpointIds: readonly string[],
  options?: { isAskedFor: boolean },
): void => {
  const wake = () => deps.wakeEndpoints(auth.tenantId, endpointIds, options);
  afterCommit(async () => deps.background.run(wake, 'deliveries were left to the sweep'));
};
