import type { EntityManager } from '@mikro-orm/postgresql';
import { callTime, type Call } from '../calls/call.ts';
import { Contact } from './contact.ts';

export interface CallsOfNumber {
  count: number;
  lastAt: Date | null;
}

const none: CallsOfNumber = { count: 0, lastAt: null };

/** How often each number called, or was called, and when last: one query for all of them. @param em the tenant's own. */
export const countCalls = async (
  em: EntityManager,
  numbers: readonly string[],
): Promise<(number: string) => CallsOfNumber> => {
  if (numbers.length === 0) return () => none;
  // Listed one by one: PostgreSQL would take an array in one parameter for many more, and start workers of its own for them.
  const rows = await em.execute<{ number: string; count: number; lastAt: Date | string }[]>(
    `select number, count(*)::int as count, max(at) as "lastAt" from (
       select from_number as number, ${callTime} as at from calls
       where direction = 'INBOUND' and from_number in (?)
       union all
       select to_number, ${callTime} from calls
       where direction = 'OUTBOUND' and to_number in (?)
     ) as of_numbers group by number`,
    [numbers, numbers],
  );
  const found = new Map(rows.map(({ number, count, lastAt }) => [number, { count, lastAt: new Date(lastAt) }]));
  return (number) => found.get(number) ?? none;
};

/** The contact at the other end of a call. @param em the tenant's own. */
export const contactOf = (em: EntityManager, { direction, from, to }: Call): Promise<Contact | null> => {
  const number = direction === 'INBOUND' ? from : to;
  return number === null ? Promise.resolve(null) : em.findOne(Contact, { number });
};
