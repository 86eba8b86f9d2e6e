/** The peer: signs, posts with undici, writes one row for each answer. Nothing is retried, limited or isolated. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Pool } from 'pg';
import { Agent, request } from 'undici';
import { signatureHeaders } from '../../src/outbox/standardWebhooks.ts';
import { concurrently } from '../harness/concurrently.ts';
import { exampleData } from '../harness/event.ts';
import type { Plan } from './plan.ts';

const [{ urls, secret, deliveries, concurrency }] = (await once(process, 'message')) as [Plan];
const dispatcher = new Agent({ connections: concurrency });
const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 16 });

const deliver = async (index: number): Promise<void> => {
  const id = randomUUID();
  const body = JSON.stringify({
    eventId: id,
    eventType: 'call.ended',
    timestamp: new Date(),
    data: exampleData(index),
  });
  const headers = signatureHeaders([secret], id, Math.floor(Date.now() / 1000), body);
  const startedAt = performance.now();
  const response = await request(urls[index % urls.length] ?? '', {
    method: 'POST',
    dispatcher,
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const text = await response.body.text();
  await pool.query('insert into deliveries (id, status, answer, duration_ms) values ($1, $2, $3, $4)', [
    id,
    response.statusCode,
    text,
    performance.now() - startedAt,
  ]);
};

await concurrently(deliveries, concurrency, deliver);
process.send?.('done');
