import type { EntityManager } from '@mikro-orm/postgresql';
import { expect, test, vi } from 'vitest';
import { eraseCalls } from './erasure.ts';
import { holdings } from './registry.ts';

test('a call is erased from every table whose room says how, and from the calls last', async () => {
  const execute = vi.fn<(sql: string, parameters: unknown[]) => Promise<void>>();
  await eraseCalls({ execute } as unknown as EntityManager, 'a tenant', ['CA1', 'with "quotes"']);
  const tables = execute.mock.calls.map(([sql]) => /^delete from (\S+) where tenant_id = \? and /.exec(sql)?.[1]);
  expect(tables).toEqual(Object.keys(holdings).filter((table) => 'ofCalls' in holdings[table]!.erasure));
  expect(tables.at(-1)).toBe('calls');
  expect(execute.mock.calls.map(([, parameters]) => parameters)).toEqual(
    tables.map(() => ['a tenant', String.raw`{"CA1","with \"quotes\""}`]),
  );
});
