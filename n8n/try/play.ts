import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import type { MailStandin } from '../../dev/standins/mail.ts';
import type { Checks } from './checks.ts';
import { bodiesOf, bookedCall, missedCall } from './events.ts';
import { owner } from './fillIn.ts';
import type { Outside } from './outside.ts';
import { accepted, refused, type Talk } from './talk.ts';

interface Stage {
  talk: Talk;
  /** Distinguishes plays in what the stand-ins received. */
  round: string;
  secret: string;
  databaseFile: string;
  outside: Outside;
  mail: MailStandin;
  checks: Checks;
}

const paths = {
  all: 'ai-receptionist',
  booking: 'ai-receptionist-booking',
  missed: 'ai-receptionist-missed-call',
  transcript: 'ai-receptionist-transcript',
};

const playSignatures = async ({ talk: { sign, send }, round, secret, checks }: Stage): Promise<void> => {
  const body = bodiesOf(missedCall(`CA-${round}-signed`), secret)[0]?.body ?? '';
  const other = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const check = async (what: string, headers: Record<string, string>, expected: string, text = body) =>
    checks.same(what, await send(paths.booking, headers, text), expected);
  const mismatch = refused('no signature fits the secret');
  const missing = refused('webhook-id, webhook-timestamp or webhook-signature is missing');

  await check('a right signature is accepted', sign('1', body), accepted);
  await check('so is one of two, while the secret is being changed', sign('2', body, [other, secret]), accepted);
  await check('another secret is refused', sign('3', body, [other]), mismatch);
  await check('so is a changed body', sign('4', body), mismatch, body.replace('+1514', '+1515'));
  await check("so is another event's signature", { ...sign('5', body), 'webhook-id': '6' }, mismatch);
  const late = refused('the timestamp is more than 5 minutes off');
  await check('so is a signature from six minutes ago', sign('7', body, [secret], 360), late);
  await check('so is a body without a signature', {}, missing);

  const ping = JSON.stringify({ eventId: 'ping', eventType: 'endpoint.test', timestamp: new Date(0), data: {} });
  for (const path of Object.values(paths)) {
    const answer = await send(path, sign('ping', ping), ping);
    checks.same(`an event that belongs to no call is accepted by ${path}`, answer, accepted);
  }
};

const playCalls = async ({ talk, round, outside, mail, checks }: Stage): Promise<void> => {
  const callId = (name: string) => `CA-${round}-${name}`;
  const eventId = (name: string) => Buffer.from(callId(name)).toString('hex');
  const booked = (name: string) => bookedCall(callId(name));
  const missed = (name: string) => missedCall(callId(name));
  const send = async (what: string, path: string, call: ReturnType<typeof bookedCall>) =>
    checks.same(what, await talk.sendCall(path, call), [accepted]);

  const [entriesBefore, textsBefore, mailsBefore] = [outside.calendar, outside.texts, mail.mails()].map(
    ({ length }) => length,
  );
  const entries = () => outside.calendar.slice(entriesBefore);
  const texts = () => outside.texts.slice(textsBefore);
  const isWhole = (text: string) => text.includes('Ma fournaise s’est arrêtée 🥶');
  const mails = () =>
    mail
      .mails()
      .slice(mailsBefore)
      .map(({ to, headers, text }) => ({ to, subject: headers.get('subject')?.[0], isWhole: isWhole(text) }));

  const entry = (name: string) => ({
    start: { dateTime: '2026-11-24T14:00:00Z', timeZone: 'America/Toronto' },
    end: { dateTime: '2026-11-24T15:00:00Z', timeZone: 'America/Toronto' },
    description: `La fournaise est en panne; rendez-vous mardi à 9 h.\n\nTéléphone : +15145550123\n\nAppel : ${callId(name)}`,
    id: eventId(name),
    summary: 'Rendez-vous, Josée Tremblay',
    recurrence: [],
  });
  const text = { From: owner.from, To: owner.mobile, Body: 'Appel manqué de +15145550123, 20/11, 10 h 20.' };
  const letter = { to: [owner.email], subject: 'Appel de +15145550123 (BOOKED)', isWhole: true };

  await send('a booked call is accepted', paths.booking, booked('one'));
  await send('a second time too', paths.booking, booked('one'));
  await send('a missed call makes no booking', paths.booking, missed('not-booked'));
  await checks.eventually('the calendar gets it once', entries, [entry('one')]);
  await send('a missed call is accepted', paths.missed, missed('two'));
  await send('a booked call is not missed', paths.missed, booked('not-missed'));
  await checks.eventually('the owner gets one text', texts, [text]);
  await send('a call with a transcript is accepted', paths.transcript, booked('three'));
  await send('so is one without', paths.transcript, missed('silent'));
  await checks.eventually('one e-mail goes out', mails, [letter]);

  await send('the big template takes a booked call', paths.all, booked('four'));
  await send('and a missed one', paths.all, missed('five'));
  await checks.eventually('which make an appointment', entries, [entry('one'), entry('four')]);
  await checks.eventually('a text', texts, [text, text]);
  await checks.eventually('and an e-mail', mails, [letter, letter]);
  // What should not come would come now.
  await delay(2_000);
  checks.same('nothing else was sent', [entries().length, texts().length, mails().length], [2, 2, 2]);
  checks.same('Google and Twilio had nothing to object to', outside.violations, []);
};

/** How many executions n8n keeps, by their status. */
const executions = (databaseFile: string): Record<string, number> => {
  const database = new DatabaseSync(databaseFile, { readOnly: true });
  const rows = database.prepare('SELECT status, count(*) AS count FROM execution_entity GROUP BY status').all();
  database.close();
  return Object.fromEntries(rows.map(({ status, count }) => [String(status), Number(count)]));
};

/** Sends n8n what it will get from us, and looks at what comes out on the other side. */
export const play = async (stage: Stage): Promise<void> => {
  await playSignatures(stage);
  await playCalls(stage);
  const { success, ...others } = executions(stage.databaseFile);
  stage.checks.same(`each of n8n's ${success} executions succeeded`, others, {});
};
