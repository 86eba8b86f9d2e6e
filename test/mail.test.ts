import { randomUUID } from 'node:crypto';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createMailActivities } from '../src/activities/mail.ts';
import { User, UserToken } from '../src/db/entities.ts';
import { systemEm } from '../src/db/core/tenancy.ts';
import { startMail, type MailStandin } from '../dev/standins/mail.ts';
import type { CaughtMail } from '../dev/standins/mailMessage.ts';
import { passwordResetWorkflowId } from '../src/temporal/ids.ts';
import type { UserKey } from '../src/domain/ids.ts';
import { MailError, createMailer } from '../src/mail/mailer.ts';
import { saveHistory } from './support/histories.ts';
import { password, passwordHash } from './support/password.ts';
import { publicUrl, startStack, until, type Stack } from './support/stack.ts';

const newPassword = 'une phrase assez longue';

const startServer = (smtpPort = 0) => startMail({ smtpPort, mailboxPort: 0, log: () => undefined });

let server: MailStandin;
let stack: Stack;
beforeAll(async () => {
  server = await startServer();
  stack = await startStack({ SMTP_URL: server.smtpUrl });
});
afterAll(async () => {
  await stack.stop();
  await server.stop();
});
afterEach(() => expect(server.violations()).toEqual([]));

interface Person extends UserKey {
  email: string;
}

const signUp = async (data: Partial<User> = {}): Promise<Person> => {
  const em = systemEm(stack.app.orm);
  const tenantId = stack.tenant.id;
  const email = `odile-${randomUUID()}@plomberie.test`;
  const user = em.create(User, { tenantId, email, name: 'Odile', role: 'admin', passwordHash, ...data });
  await em.persist(user).flush();
  return { tenantId, userId: user.id, email: user.email };
};

const post = async (path: string, body: unknown) => {
  const response = await fetch(stack.baseUrl + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  // Tests look into answers of every shape.
  // oxlint-disable-next-line typescript/no-explicit-any
  return { status: response.status, body: (await response.json()) as any };
};
const forgot = ({ email }: Pick<Person, 'email'>) => post('/auth/password/forgot', { email });
const login = ({ email }: Person, secret: string) => post('/auth/login', { email, password: secret });

const mailsTo = ({ email }: Person): CaughtMail[] => server.mails().filter(({ to }) => to.includes(email));
const mailTo = (person: Person) => until('the mail', async () => mailsTo(person)[0]);
const tokenIn = ({ text }: CaughtMail): string => /#\/reset\/(pwr_[\w-]{43})$/m.exec(text)?.[1] ?? '';

const handleOf = (person: Person) => stack.app.temporal.workflow.getHandle(passwordResetWorkflowId(person));
/** Everything that Temporal keeps, with the bytes of its payloads as text. */
const historyOf = async (person: Person): Promise<string> => {
  const json = historyToJSON(await handleOf(person).fetchHistory());
  return json.replaceAll(/"data": ?"([^"]*)"/g, (_, base64: string) => Buffer.from(base64, 'base64').toString());
};

test('a forgotten password: the mail, the link, the new password', async () => {
  const odile = await signUp();
  const before = await login(odile, password);
  expect(await forgot(odile)).toEqual({ status: 202, body: { accepted: true } });
  const mail = await mailTo(odile);
  const token = tokenIn(mail);
  for (const part of [mail.text, mail.html]) {
    expect(part).toContain(`${publicUrl}/#/reset/${token}`);
    expect(part.indexOf('Bonjour')).toBeLessThan(part.indexOf('Hello'));
  }
  expect(mail.html).not.toMatch(/<img|src=/);
  expect(Object.fromEntries(mail.headers)).toMatchObject({
    from: ['Réception <no-reply@example.test>'],
    to: [`Odile <${odile.email}>`],
    subject: ['Votre mot de passe · Your password'],
    'auto-submitted': ['auto-generated'],
  });

  expect((await post('/auth/password/reset', { token, newPassword })).status).toBe(200);
  expect((await post('/auth/refresh', { refreshToken: before.body.refreshToken })).status).toBe(401);
  expect((await login(odile, password)).status).toBe(401);
  expect((await login(odile, newPassword)).status).toBe(200);
  expect((await post('/auth/password/reset', { token, newPassword })).body.code).toBe('token.invalid');

  const history = await historyOf(odile);
  expect(history).toContain(JSON.stringify({ tenantId: odile.tenantId, userId: odile.userId }));
  expect(history).not.toContain(odile.email);
  expect(history).not.toContain('pwr_');
  await saveHistory(stack.app.temporal, passwordResetWorkflowId(odile), 'password-reset');
});

test('asked twice within a minute, one mail goes out; none to those who have no password to forget', async () => {
  const others = [await signUp({ passwordHash: null }), await signUp({ deactivatedAt: new Date() })];
  const odile = await signUp();
  for (const each of [...others, { email: 'nobody@plomberie.test' }]) expect((await forgot(each)).status).toBe(202);
  await forgot(odile);
  await mailTo(odile);
  await forgot(odile);
  // Behind the second one in the same queue.
  const last = await signUp();
  await forgot(last);
  await mailTo(last);
  expect(mailsTo(odile)).toHaveLength(1);
  expect(others.flatMap(mailsTo)).toEqual([]);
  expect((await handleOf(odile).describe()).status.name).toBe('RUNNING');
});

test('while the mail server is down the mail waits in the open, then goes out', async () => {
  const odile = await signUp();
  await server.stop();
  await forgot(odile);
  const failure = await until('a failed attempt', async () => {
    const description = await handleOf(odile)
      .describe()
      .catch(() => undefined);
    return description?.raw.pendingActivities?.[0]?.lastFailure?.message;
  });
  expect(failure).toBe('the mail could not be handed over (ECONNREFUSED)');
  server = await startServer(Number(new URL(server.smtpUrl).port));
  const token = tokenIn(await mailTo(odile));
  expect((await post('/auth/password/reset', { token, newPassword })).status).toBe(200);
});

test('an address that the mail server refuses for good is given up, and kept from Temporal', async () => {
  const odile = await signUp({ email: `odile-${randomUUID()}@unknown.test` });
  await forgot(odile);
  await until('the workflow to give up', async () => {
    const description = await handleOf(odile)
      .describe()
      .catch(() => undefined);
    return description?.status.name === 'FAILED';
  });
  const history = await historyOf(odile);
  expect(history).toContain('the mail server answered 550 to RCPT TO');
  expect(history).not.toContain('@unknown.test');
});

test('a name adds no header and no reader', async () => {
  const odile = await signUp({ name: 'Odile\r\nBcc: thief@evil.test\r\n\r\n<b>Salut</b>, "Eve" <eve@evil.test>' });
  await forgot(odile);
  const { to, headers, html } = await mailTo(odile);
  expect(to).toEqual([odile.email]);
  expect(headers.has('bcc')).toBe(false);
  expect(headers.get('to')).toHaveLength(1);
  expect(html).not.toContain('Salut');
});

test('without a mail server nothing is promised', async () => {
  const odile = await signUp();
  const { mailPasswordReset } = createMailActivities({ ...stack.app, mailer: undefined });
  await expect(mailPasswordReset(odile)).rejects.toMatchObject({
    message: 'mail is not configured: SMTP_URL is not set',
    nonRetryable: true,
  });
  expect(await systemEm(stack.app.orm).count(UserToken, { userId: odile.userId })).toBe(0);
});

test.each<[string, string, boolean]>([
  ['an address with a line break', 'odile@plomberie.test\r\nRCPT TO:<thief@evil.test>', true],
  ['an unknown mailbox', 'odile@unknown.test', true],
])('%s is refused', async (_name, address, isHopeless) => {
  const { send } = createMailer({ url: server.smtpUrl, from: 'no-reply@example.test' });
  const failure = await send({ to: { name: '', address }, subject: 'Allô', text: 'Allô', html: '<p>Allô' }).catch(
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(MailError);
  expect(failure).toMatchObject({ isHopeless, message: expect.not.stringContaining(address.slice(0, 10)) });
});
