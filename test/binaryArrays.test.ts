import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { momentArray, textArray, uuidArray } from '../src/db/core/binaryArrays.ts';
import { createSystemPool } from '../src/db/core/systemPool.ts';

let pool: ReturnType<typeof createSystemPool>;
beforeAll(() => {
  pool = createSystemPool(inject('databaseUrl'), 1, 30_000);
});
afterAll(() => pool.end());

test('arrays reach PostgreSQL as they are: quotes, braces, nothing at all, and more bytes than letters', async () => {
  const texts = ['', 'plain', '{"a":"b\\\\c"}', '{},"\\', 'Québec 🔧', null, 'NULL', '\u4e00'.repeat(1_000)];
  const documents = ['[]', '{"a":"\\"{}\\u00e9","b":[null,1e9]}'];
  const ids = [randomUUID(), randomUUID()];
  const { rows } = await pool.query<{ texts: unknown; documents: unknown; ids: unknown }>(
    'select $1::text[] as texts, $2::json[] as documents, $3::uuid[] as ids',
    [textArray(texts), textArray(documents, 'json'), uuidArray(ids)],
  );
  expect(rows).toEqual([{ texts, documents: documents.map((text) => JSON.parse(text) as unknown), ids }]);
});

test('moments reach PostgreSQL to the millisecond, before its epoch and after', async () => {
  const moments = ['1970-01-01T00:00:00.001Z', '1999-12-31T23:59:59.999Z', '2026-11-28T10:30:00.120Z'];
  const { rows } = await pool.query<{ moment: Date }>('select unnest($1::timestamptz[]) as moment', [
    momentArray(moments),
  ]);
  expect(rows.map(({ moment }) => moment.toISOString())).toEqual(moments);
});

test('an empty array is one', async () => {
  const { rows } = await pool.query('select cardinality($1::text[]) as size', [textArray([])]);
  expect(rows).toEqual([{ size: 0 }]);
});

test('its connections see every tenant, and nothing that its role may not do', async () => {
  const { rows } = await pool.query('select current_user as role');
  expect(rows).toEqual([{ role: 'receptionist_system' }]);
  await expect(pool.query('delete from audit_events')).rejects.toThrow('permission denied');
});
