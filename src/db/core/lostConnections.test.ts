import { MikroORM } from '@mikro-orm/postgresql';
import { expect, inject, test } from 'vitest';
import { ormOptions } from '../options.ts';

/** A pool of one connection, of the owner: only the owner may end it. */
const connect = (maxHeldMs?: number) => MikroORM.init(ormOptions(inject('databaseOwnerUrl'), 1, maxHeldMs));

const inTransaction = (orm: MikroORM, sql: string) => orm.em.fork().transactional((em) => em.execute(sql));

test('a connection that dies in a transaction makes room for another', async () => {
  const orm = await connect();
  const die = () => inTransaction(orm, 'select pg_terminate_backend(pg_backend_pid())');
  await expect(die()).rejects.toThrow('terminating connection');
  await expect(die()).rejects.toThrow('terminating connection');
  expect(await inTransaction(orm, 'select 1 as one')).toEqual([{ one: 1 }]);
  await orm.close();
});

test('a connection whose server does not answer makes room for another', async () => {
  const orm = await connect(200);
  await expect(inTransaction(orm, 'select pg_sleep(60)')).rejects.toThrow('Connection terminated');
  expect(await inTransaction(orm, 'select 1 as one')).toEqual([{ one: 1 }]);
  await orm.close();
});
