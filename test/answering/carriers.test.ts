import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { demo } from '../../dev/simulator/demo.ts';
import { WebhookEvent } from '../../src/db/entities.ts';
import { saveIntegration } from '../../src/db/tenants/integrations.ts';
import { tenantEm } from '../../src/db/core/tenancy.ts';
import { weekdays, type AnsweringPlan } from '../../src/domain/answering/plan.ts';
import { CallSession } from '../../src/domain/calls/session.ts';
import { carriers, type Carrier } from '../../src/domain/providers.ts';
import { goodPlans } from '../support/answering/plans.ts';
import { walkCall, type Behaviour, type DialEnd } from '../support/carrierWalk.ts';
import { publicUrl, startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { randomNumber } from '../support/numbers.ts';

let api: TestApi;
let owner: SignedIn;
let numbers: Record<Carrier, string>;
beforeAll(async () => void (api = await startTestApi()));
afterAll(() => api.stop());
beforeEach(async () => {
  owner = await api.signUp();
  numbers = { twilio: randomNumber(), signalwire: randomNumber() };
  const em = tenantEm(api.app.orm, owner.tenantId);
  for (const name of carriers)
    await saveIntegration(em, api.app.keys, owner.tenantId, name, { ...demo[name], phoneNumbers: [numbers[name]] });
  await em.flush();
  await owner.put('/dashboard/tenant/config/vapi', demo.vapi);
});

const allDay = [{ from: '00:00', to: '24:00' }];
/** Open: the tests run when they run. */
const alwaysOpen = (plan: AnsweringPlan): AnsweringPlan => ({
  ...plan,
  specialDays: [],
  hours: Object.fromEntries(weekdays.map((day) => [day, allDay])) as unknown as AnsweringPlan['hours'],
});

const draft = async (plan: AnsweringPlan): Promise<string> => {
  const { status, body } = await owner.post('/dashboard/answering/plans', { draft: alwaysOpen(plan), number: null });
  expect([status, body]).toEqual([201, body]);
  return `/dashboard/answering/plans/${body.id}`;
};
const publish = async (path: string): Promise<void> => {
  const { status, body } = await owner.post(`${path}/publish`, { note: '' });
  expect([status, body]).toEqual([201, body]);
};
const answerBy = async (plan: AnsweringPlan): Promise<void> => publish(await draft(plan));

const call = async (carrier: Carrier, behaviour: Partial<Behaviour>) => {
  const callSid = carrier === 'twilio' ? `CA${randomUUID().replaceAll('-', '')}` : randomUUID();
  const walked = await walkCall({
    carrier,
    baseUrl: api.api.url,
    webhookUrl: `${publicUrl}/webhooks/${carrier}/${owner.slug}`,
    callSid,
    to: numbers[carrier],
    behaviour: { dial: () => 'no-answer', say: () => undefined, leavesMessage: true, ...behaviour },
  });
  expect(walked.problems).toEqual([]);
  expect(walked.events.at(-1)).toBe('hang up');
  const rows = await tenantEm(api.app.orm, owner.tenantId).find(WebhookEvent, { subjectId: callSid });
  const session = new CallSession(callSid);
  session.merge(rows.flatMap(({ events }) => events));
  return {
    ...walked,
    legs: Object.values(session.facts.legs ?? {}),
    dialled: walked.events.filter((one) => one.startsWith('dial')),
  };
};

const assistant = demo.vapi.sipUri;
const keys =
  (...pressed: (string | undefined)[]): Behaviour['say'] =>
  (turn) => {
    const key = pressed[turn];
    return key === undefined ? undefined : { key };
  };

describe.each(carriers)('over %s', (carrier) => {
  test('a caller who does nothing while nobody answers leaves a message', async () => {
    await answerBy(goodPlans.menu);
    const { events, dialled } = await call(carrier, {});
    expect(events.slice(0, 2)).toEqual(['say fr-CA: Voici Plomberie Essai.', 'say en-US: Here is Plomberie Essai.']);
    expect(events.filter((one) => one.startsWith('asked'))).toHaveLength(4);
    expect(dialled).toEqual([]);
    expect(events.slice(-4)).toEqual([
      'beep',
      expect.stringContaining('Merci'),
      expect.stringContaining('Thank'),
      'hang up',
    ]);
  });

  test('a caller who says nothing after the beep is told goodbye', async () => {
    await answerBy(goodPlans.menu);
    expect((await call(carrier, { leavesMessage: false })).events.at(-2)).toContain('Thank');
  });

  test('an assistant that fails leads to staff, and a machine takes no call', async () => {
    await answerBy(goodPlans.menu);
    const ends: Record<string, DialEnd> = {
      [assistant]: 'failed',
      '+15145550010': 'machine',
      '+15145550011': 'talked',
    };
    const { dialled, events, legs } = await call(carrier, {
      say: keys(undefined, '1'),
      dial: (to) => ends[to] ?? 'busy',
    });
    expect(dialled).toEqual([`dial ${assistant}: failed`, 'dial +15145550010: machine', 'dial +15145550011: talked']);
    expect(events.slice(-2)).toEqual(['talk', 'hang up']);
    expect(legs).toEqual(
      expect.arrayContaining([
        { role: 'assistant', status: 'unanswered', reason: 'carrier', step: 'assistant' },
        { role: 'person', status: 'unanswered', reason: 'machine', step: 'on-call', rung: 0 },
        { role: 'person', status: 'answered', step: 'on-call', rung: 1 },
      ]),
    );
  });

  test.each<Behaviour['say']>([keys('1', '9'), (turn) => (turn === 0 ? undefined : { speech: 'Il y a le feu!' })])(
    'an emergency is told to call 911 before anybody is called (%#)',
    async (say) => {
      await answerBy(goodPlans.menu);
      const { events } = await call(carrier, { say, dial: () => 'talked' });
      const at = (what: string) => events.findIndex((one) => one.includes(what));
      expect(at('9 1 1, puis')).toBeGreaterThan(0);
      expect(at('call 9 1 1 first')).toBeGreaterThan(at('9 1 1, puis'));
      expect(at('dial +15145550010')).toBeGreaterThan(at('call 9 1 1 first'));
    },
  );

  test('staff is called before the assistant', async () => {
    await answerBy(goodPlans.staffFirst);
    const { dialled } = await call(carrier, { dial: (to) => (to === assistant ? 'talked' : 'no-answer') });
    expect(dialled).toEqual(['dial +15145550001: no-answer', `dial ${assistant}: talked`]);
  });

  test('a call goes on with the plan that it began with, whatever is published meanwhile', async () => {
    const path = await draft(goodPlans.menu);
    await publish(path);
    const republish = async (): Promise<void> => {
      const { status, body } = await owner.send('PATCH', path, { draft: alwaysOpen(goodPlans.staffFirst) });
      expect([status, body]).toEqual([200, body]);
      await publish(path);
    };
    const { dialled } = await call(carrier, {
      say: keys(undefined, '1'),
      dial: async (to): Promise<DialEnd> => {
        if (to === assistant) await republish();
        return 'busy';
      },
    });
    expect(dialled).toEqual([`dial ${assistant}: busy`, 'dial +15145550010: busy', 'dial +15145550011: busy']);
    expect((await call(carrier, {})).dialled).toEqual(['dial +15145550001: no-answer', `dial ${assistant}: no-answer`]);
  });

  test('a tenant without a plan is answered by the assistant, then by voicemail', async () => {
    const { events, dialled } = await call(carrier, { dial: () => 'busy' });
    expect(events.slice(0, 2)).toEqual([expect.stringMatching(/^say fr-CA: Bonjour, .{3,60}\.$/), 'say en-US: Hello.']);
    expect(dialled).toEqual([`dial ${assistant}: busy`]);
    expect(events).toContain('beep');
  });
});
