import { Context } from '@temporalio/activity';
import type { EndpointKey } from '../domain/ids.ts';
import { servePage, type PageContext, type ServedPage } from '../outbox/index.ts';
import { whileBeating } from './heartbeat.ts';

export const createDeliveryActivities = (outbox: PageContext) => ({
  /** Some seconds of one endpoint's deliveries. Can be cut off anywhere: another takes over what it had claimed. */
  serveEndpoint: (endpoint: EndpointKey): Promise<ServedPage> =>
    whileBeating(() => servePage(outbox, endpoint, Context.current().cancellationSignal)),
});
