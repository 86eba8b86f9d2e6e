import { Pool } from 'pg';
import type { Form } from './queue.ts';

/** Tables of the peers; theirs alone, in a database that lives for one round. */
export const schema = `
  create table webhook_events (
    id bigint generated always as identity primary key,
    tenant text not null,
    provider text not null,
    external_id text not null,
    payload jsonb not null,
    received_at timestamptz not null default now(),
    unique (tenant, provider, external_id)
  );
  create table webhook_bodies (
    id bigint generated always as identity primary key,
    tenant text not null,
    body text not null,
    received_at timestamptz not null default now()
  )`;

export const connectPostgres = (url: string, size: number) => new Pool({ connectionString: url, max: size, min: size });

// Named, so that the server plans each only once.
export const insertEvent = (pool: Pool, tenant: string, form: Form) =>
  pool.query({
    name: 'insert-event',
    text: `insert into webhook_events (tenant, provider, external_id, payload) values ($1, 'twilio', $2, $3)
           on conflict (tenant, provider, external_id) do nothing`,
    values: [tenant, `${String(form['CallSid'])}-${String(form['SequenceNumber'])}`, JSON.stringify(form)],
  });

export const insertBody = (pool: Pool, tenant: string, body: string) =>
  pool.query({
    name: 'insert-body',
    text: 'insert into webhook_bodies (tenant, body) values ($1, $2)',
    values: [tenant, body],
  });
