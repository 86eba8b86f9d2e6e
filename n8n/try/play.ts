import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { createSender } from '../../src/activities/sender.ts';
import { signatureHeaders } from '../../src/activities/standardWebhooks.ts';
import type { MailStandin } from '../../src/dev/standins/mail.ts';
import type { Checks } from './checks.ts';
import { bodiesOf, bookedCall, missedCall } from './events.ts';
import { owner } from './fillIn.ts';
import type { Outside } from './outside.ts';

interface Stage {
  /** n8n's. */
  url: string;
  /** Told apart in what the stand-ins received. */
  round: string;
  secret: string;
  databaseFile: string;
  outside: Outside;
  mail: MailStandin;
  checks: Checks;
}

const now = () => Math.floor(Date.now() / 1000);
const anotherSecret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/** How many executions n8n keeps, by their status. */
const executions = (databaseFile: string): Record<string, number> => {
  const database = new DatabaseSync(databaseFile, { readOnly: true });
  const rows = database.prepare('SELECT status, count(*) AS count FROM execution_entity GROUP BY status').all();
  database.close();
  return Object.fromEntries(rows.map(({ status, count }) => [String(status), Number(count)]));
};

/** Sends n8n what it will get from us, and looks at what comes out on the other side. */
export const play = async ({ url, round, secret, databaseFile, outside, mail, checks }: Stage): Promise<void> => {
  const sender = createSender({ allowed: ['127.0.0.0/8'], requireHttps: false });
  const send = async (path: string, headers: Record<string, string>, body: string): Promise<string> => {
    const { status, verdict, body: answer, error } = await sender.post(`${url}/webhook/${path}`, headers, body);
    return `${status ?? error} ${verdict} ${answer}`;
  };
  const sign = (id: string, body: string, secrets = [secret], at = now()) => signatureHeaders(secrets, id, at, body);
  const accepted = '200 delivered {"received":true}';
  const refused = (problem: string) => `401 retryBriefly {"code":401,"message":"${problem}"}`;

  const sendAll = async (path: string, call: Parameters<typeof bodiesOf>[0]) => {
    const answers: string[] = [];
    for (const { eventType, body } of bodiesOf(call, secret))
      answers.push(await send(path, sign(`${path}/${call.externalCallId}/${eventType}`, body), body));
    return [...new Set(answers)];
  };
  const callId = (name: string) => `CA-${round}-${name}`;
  const appointments = (name: string) =>
    outside.calendar.filter(({ id }) => id === Buffer.from(callId(name)).toString('hex'));

  try {
    const [probe = { body: '' }] = bodiesOf(missedCall(callId('probe')), secret);
    const { body } = probe;
    const path = 'ai-receptionist-booking';
    const mismatch = refused('no signature fits the secret');
    const late = refused('the timestamp is more than 5 minutes off');
    const bare = refused('webhook-id, webhook-timestamp or webhook-signature is missing');
    checks.same('a right signature is accepted', await send(path, sign('1', body), body), accepted);
    checks.same(
      'so is one of two, while the secret is being changed',
      await send(path, sign('2', body, [anotherSecret, secret]), body),
      accepted,
    );
    checks.same('another secret is refused', await send(path, sign('3', body, [anotherSecret]), body), mismatch);
    checks.same('so is a changed body', await send(path, sign('4', body), body.replace('+1514', '+1515')), mismatch);
    checks.same(
      "so is another event's signature",
      await send(path, { ...sign('5', body), 'webhook-id': '6' }, body),
      mismatch,
    );
    checks.same(
      'so is a signature from six minutes ago',
      await send(path, sign('7', body, [secret], now() - 360), body),
      late,
    );
    checks.same('so is a body without a signature', await send(path, {}, body), bare);

    checks.same('a booked call is accepted', await sendAll(path, bookedCall(callId('booked'))), [accepted]);
    checks.same('a second time too', await sendAll(path, bookedCall(callId('booked'))), [accepted]);
    checks.same('a missed call is no booking', await sendAll(path, missedCall(callId('booked-not'))), [accepted]);
    await checks.eventually('the calendar gets it once', () => appointments('booked'), [
      {
        start: { dateTime: '2026-11-24T14:00:00Z', timeZone: 'America/Toronto' },
        end: { dateTime: '2026-11-24T15:00:00Z', timeZone: 'America/Toronto' },
        description: `La fournaise est en panne; rendez-vous mardi à 9 h.\n\nTéléphone : +15145550123\n\nAppel : ${callId('booked')}`,
        id: Buffer.from(callId('booked')).toString('hex'),
        summary: 'Rendez-vous, Josée Tremblay',
        recurrence: [],
      },
    ]);

    const text = { From: owner.from, To: owner.mobile, Body: 'Appel manqué de +15145550123, 20/11, 10 h 20.' };
    const texts = outside.texts.length;
    checks.same(
      'a missed call is accepted',
      await sendAll('ai-receptionist-missed-call', missedCall(callId('missed'))),
      [accepted],
    );
    checks.same(
      'a booked call is not missed',
      await sendAll('ai-receptionist-missed-call', bookedCall(callId('missed-not'))),
      [accepted],
    );
    await checks.eventually('the owner gets one text', () => outside.texts.slice(texts), [text]);

    const mails = mail.mails().length;
    checks.same(
      'a call with a transcript is accepted',
      await sendAll('ai-receptionist-transcript', bookedCall(callId('spoken'))),
      [accepted],
    );
    checks.same('so is one without', await sendAll('ai-receptionist-transcript', missedCall(callId('silent'))), [
      accepted,
    ]);
    const sent = () =>
      mail
        .mails()
        .slice(mails)
        .map(({ to, headers, text: body }) => ({
          to,
          subject: headers.get('subject')?.[0],
          isWhole: body.includes('Ma fournaise s’est arrêtée 🥶'),
        }));
    const expectedMail = { to: [owner.email], subject: 'Appel de +15145550123 (BOOKED)', isWhole: true };
    await checks.eventually('one e-mail goes out', sent, [expectedMail]);

    checks.same('the big template takes a booked call', await sendAll('ai-receptionist', bookedCall(callId('all'))), [
      accepted,
    ]);
    checks.same('and a missed one', await sendAll('ai-receptionist', missedCall(callId('all-missed'))), [accepted]);
    await checks.eventually('which make an appointment', () => appointments('all').length, 1);
    await checks.eventually('a text', () => outside.texts.slice(texts), [text, text]);
    await checks.eventually('and an e-mail', sent, [expectedMail, expectedMail]);

    // What should not come would come now.
    await delay(2_000);
    checks.same(
      'nothing else was sent',
      [appointments('booked-not').length, outside.texts.length - texts, sent().length],
      [0, 2, 2],
    );
    checks.same('Google and Twilio had nothing to object to', outside.violations, []);
    const { success, ...others } = executions(databaseFile);
    checks.same(`each of n8n's ${success} executions succeeded`, others, {});
  } finally {
    await sender.close();
  }
};
