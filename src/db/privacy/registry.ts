import { answeringHoldings } from '../answering/retention.ts';
import { assistantHoldings } from '../assistants/retention.ts';
import { auditHoldings } from '../audit/retention.ts';
import { businessHoldings } from '../business/retention.ts';
import { callHoldings } from '../calls/retention.ts';
import { contactHoldings } from '../contacts/retention.ts';
import { deliveryHoldings } from '../deliveries/retention.ts';
import { numberHoldings } from '../numbers/retention.ts';
import type { Holding } from '../core/holding.ts';
import { peopleHoldings } from '../people/retention.ts';
import { requestHoldings } from '../requests/retention.ts';
import { tenantHoldings } from '../tenants/retention.ts';
import { toolHoldings } from '../tools/retention.ts';
import { webhookHoldings } from '../webhooks/retention.ts';
import { workItemHoldings } from '../workItems/retention.ts';

/**
 * What becomes of the rows of each table, with time and when calls are erased. A table that is missing here fails a test.
 * Calls come last: their other rows are found by them.
 */
export const holdings: Readonly<Record<string, Holding>> = {
  ...answeringHoldings,
  ...assistantHoldings,
  ...auditHoldings,
  ...businessHoldings,
  ...contactHoldings,
  ...deliveryHoldings,
  ...numberHoldings,
  ...peopleHoldings,
  ...requestHoldings,
  ...tenantHoldings,
  ...toolHoldings,
  ...webhookHoldings,
  ...workItemHoldings,
  ...callHoldings,
};

type Kind<Key extends string> = { table: string } & Record<
  Key,
  Extract<Holding['retention'], Record<Key, unknown>>[Key]
>;

const byRetention = <Key extends 'spent' | 'weekly' | 'purge'>(key: Key): Kind<Key>[] =>
  Object.entries(holdings).flatMap(([table, { retention }]) =>
    key in retention ? [{ table, ...retention } as unknown as Kind<Key>] : [],
  );

export const spentRows = byRetention('spent');
export const weeklyTables = byRetention('weekly');
export const tenantPurges = byRetention('purge');
