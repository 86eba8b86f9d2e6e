import type { EntityManager } from '@mikro-orm/postgresql';
import type { TenantId } from '../../domain/ids.ts';
import type { Carrier } from '../../domain/providers.ts';
import { AppError } from '../../errors.ts';
import { uuidV7 } from '../core/uuid.ts';
import { PhoneNumber } from './phoneNumber.ts';

export interface NumberChanges {
  added: string[];
  removed: string[];
}

/** What becomes of a number that is active elsewhere. */
export type WhereTaken = 'refused' | 'contested';

const held = (tenantId: TenantId, carrier: Carrier) => ({ tenantId, carrier, status: { $ne: 'released' as const } });

/** A tenant's numbers at a carrier, in the order in which they came. */
export const numbersOf = async (em: EntityManager, tenantId: TenantId, carrier: Carrier): Promise<string[]> => {
  const rows = await em.find(PhoneNumber, held(tenantId, carrier), { orderBy: { id: 'asc' }, fields: ['number'] });
  return rows.map(({ number }) => number);
};

// Row level security hides whose a number is: what was not inserted is another's.
const insert = `
  insert into phone_numbers (id, tenant_id, number, carrier, status)
  select id, ?, number, ?, ? from jsonb_to_recordset(?::jsonb) as wanted (id uuid, number text)
  on conflict (number) where status = 'active' do nothing
  returning number`;

/** @returns those that were not inserted. */
const add = async (
  em: EntityManager,
  tenantId: TenantId,
  carrier: Carrier,
  numbers: readonly string[],
  status: 'active' | 'contested',
): Promise<string[]> => {
  if (numbers.length === 0) return [];
  // Those of one millisecond, too, stay in their order.
  const ids = numbers.map(() => uuidV7()).toSorted();
  const rows = numbers.map((number, index) => ({ id: ids[index], number }));
  const inserted = await em.execute<{ number: string }[]>(insert, [tenantId, carrier, status, JSON.stringify(rows)]);
  const own = new Set(inserted.map(({ number }) => number));
  return numbers.filter((number) => !own.has(number));
};

/**
 * Makes these the tenant's numbers at the carrier.
 * @param em within a transaction that holds the tenant's settings.
 * @throws AppError `number.taken`, with the `numbers`.
 */
export const saveNumbers = async (
  em: EntityManager,
  tenantId: TenantId,
  carrier: Carrier,
  numbers: readonly string[],
  whereTaken: WhereTaken,
): Promise<NumberChanges> => {
  const rows = await em.find(PhoneNumber, held(tenantId, carrier));
  const wanted = new Set(numbers);
  const had = new Set(rows.map(({ number }) => number));
  const gone = rows.filter(({ number }) => !wanted.has(number));
  for (const row of gone) row.status = 'released';
  await em.flush();
  const added = [...wanted].filter((number) => !had.has(number));
  const taken = await add(em, tenantId, carrier, added, 'active');
  if (taken.length > 0 && whereTaken === 'refused') throw new AppError('number.taken', { numbers: taken });
  await add(em, tenantId, carrier, taken, 'contested');
  return { added, removed: gone.map(({ number }) => number) };
};
