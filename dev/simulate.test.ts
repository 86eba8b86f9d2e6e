import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicUrl, startStack, type Stack } from '../test/support/stack.ts';
import { hashPassword } from '../src/api/access/passwords.ts';
import { User } from '../src/db/entities.ts';
import { tenantEm } from '../src/db/core/tenancy.ts';

let stack: Stack;
let email: string;
beforeAll(async () => {
  stack = await startStack();
  const { id, slug } = stack.tenant;
  email = `owner@${slug}.example`;
  const em = tenantEm(stack.app.orm, id);
  const user = {
    tenantId: id,
    email,
    role: 'owner',
    name: 'Essai',
    passwordHash: await hashPassword('demo123'),
  } as const;
  await em.persist(em.create(User, user)).flush();
});
afterAll(() => stack.stop());

interface Ended {
  code: number | undefined;
  output: string;
}

/** The command, as a developer runs it. */
const simulate = async (...args: string[]): Promise<Ended> => {
  const instance = ['--base-url', stack.baseUrl, '--public-url', publicUrl, '--standins-url', stack.standins.n8n.url];
  const tenant = ['--tenant', stack.tenant.slug, '--email', email, '--speed', 'Infinity'];
  const command = [`${import.meta.dirname}/simulate.ts`, ...instance, ...tenant, ...args];
  const { exitCode, all } = await execa(process.execPath, command, { all: true, reject: false });
  return { code: exitCode, output: all };
};

test('a booked call is played, looked up and shown', async () => {
  const { code, output } = await simulate('booked');
  expect(output).toContain('36 of 36 webhooks taken');
  expect(output).toContain('BOOKED (handled by the assistant)');
  expect(output).toContain('94 s, 2 billed minutes');
  expect(output).toContain('15.175 ¢');
  expect(output).toContain('User: Bonjour! Ma fournaise s’est arrêtée');
  expect(code).toBe(0);
});

test('a call that is reported in disorder, repeatedly and without its end, is shown the same', async () => {
  const { code, output } = await simulate(
    'signalwire-transferred',
    '-l',
    'en',
    '--shuffle',
    '--duplicate',
    '--drop-last',
  );
  expect(output).toContain('TRANSFERRED (handled by the assistant)');
  expect(output).toContain('185 s, 4 billed minutes');
  expect(output).toContain('8.452 ¢');
  expect(code).toBe(0);
});

test('a wrong signature ends with 1 and says which webhook was refused', async () => {
  const { code, output } = await simulate('missed', '--twilio-token', 'not-the-token', '--wait', '0');
  expect(output).toContain('✗ twilio voice request: refused');
  expect(output).toContain('✗ the dashboard does not know the call');
  expect(code).toBe(1);
});

test('a wrong command ends with 2, an instance that is not there with 1', async () => {
  expect((await simulate('lost')).code).toBe(2);
  const { code, output } = await simulate('booked', '--base-url', 'http://127.0.0.1:9');
  expect(output).toContain('Nothing answers at http://127.0.0.1:9.');
  expect(code).toBe(1);
});
