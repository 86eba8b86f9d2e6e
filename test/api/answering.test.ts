import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { examplePlan } from '../../src/contract/answering/examplePlan.ts';
import type { AnsweringPlan } from '../../src/domain/answering/plan.ts';
import { saveIntegration } from '../../src/db/tenants/integrations.ts';
import { tenantEm } from '../../src/db/core/tenancy.ts';
import { demo } from '../../dev/simulator/demo.ts';
import { randomNumber } from '../support/numbers.ts';
import { startTestApi, type Answer, type SignedIn, type TestApi } from '../support/http.ts';

const plans = '/dashboard/answering/plans';
const overridePath = '/dashboard/answering/override';
let api: TestApi;
let owner: SignedIn;
beforeAll(async () => void (api = await startTestApi()));
afterAll(() => api.stop());
beforeEach(async () => {
  owner = await api.signUp();
  await owner.put('/dashboard/tenant/config/vapi', demo.vapi);
});

const french: AnsweringPlan = { ...examplePlan, languages: ['fr'] };
const later = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

/** @returns its path. */
const create = async (draft: AnsweringPlan = examplePlan, number: string | null = null): Promise<string> => {
  const { status, body } = await owner.post(plans, { draft, number });
  expect([status, body]).toEqual([201, body]);
  return `${plans}/${body.id}`;
};
const publish = async (path: string, note = ''): Promise<Answer['body']> => {
  const { status, body } = await owner.post(`${path}/publish`, { note });
  expect([status, body]).toEqual([201, body]);
  return body;
};
const deeds = async (): Promise<unknown[]> => {
  const { body } = await owner.get('/dashboard/audit?search=answering_');
  return body.data.map(({ action, before, after }: Record<string, unknown>) => ({ action, before, after }));
};
/** A number that the tenant answers. */
const ownNumber = async (): Promise<string> => {
  const number = randomNumber();
  const em = tenantEm(api.app.orm, owner.tenantId);
  await saveIntegration(em, api.app.keys, owner.tenantId, 'twilio', { ...demo.twilio, phoneNumbers: [number] });
  await em.flush();
  return number;
};

test('a plan is a draft until it is published', async () => {
  const path = await create();
  expect((await owner.get(path)).body).toMatchObject({
    number: null,
    currentVersion: null,
    latestVersion: 0,
    current: null,
    draft: examplePlan,
  });
  const version = await publish(path, ' Heures d’hiver ');
  expect(version).toEqual({
    version: 1,
    note: 'Heures d’hiver',
    copyOf: null,
    publishedBy: owner.email,
    publishedAt: expect.any(String),
    plan: examplePlan,
  });
  expect((await owner.get(path)).body).toMatchObject({ currentVersion: 1, latestVersion: 1, current: version });
  expect((await owner.get(plans)).body.data).toMatchObject([{ number: null, currentVersion: 1 }]);
});

test('each number has one plan, and there is one for all', async () => {
  const number = await ownNumber();
  await create();
  await create(french, number);
  expect((await owner.get(plans)).body.data).toMatchObject([{ number: null }, { number }]);
  const again = [
    await owner.post(plans, { draft: examplePlan }),
    await owner.post(plans, { draft: examplePlan, number }),
  ];
  for (const { status, body } of again) expect([status, body.code]).toEqual([409, 'answering.plan_exists']);
});

test('a number of others has none', async () => {
  const { status, body } = await owner.post(plans, { draft: examplePlan, number: randomNumber() });
  expect([status, body.errors[0].path]).toEqual([400, 'body.number']);
});

test.each([
  [{ ...examplePlan, timeZone: 'Laval' }, 'body.draft.timeZone'],
  [{ ...examplePlan, languages: [] }, 'body.draft.languages'],
  [
    { ...examplePlan, hours: { ...examplePlan.hours, monday: [{ from: '8h', to: '17:00' }] } },
    'body.draft.hours.monday.0.from',
  ],
])('what does not fit the schema is no draft', async (draft, field) => {
  const { status, body } = await owner.post(plans, { draft });
  expect([status, body.errors[0].path]).toEqual([400, field]);
});

describe('a draft', () => {
  test('that is saved with If-Match overwrites no other', async () => {
    const path = await create();
    const etag = (await owner.get(path)).headers.get('etag') ?? '';
    const saveIf = (draft: AnsweringPlan) => owner.send('PATCH', path, { draft }, { 'if-match': etag });
    expect((await saveIf(french)).status).toBe(200);
    const late = await saveIf(examplePlan);
    expect([late.status, late.body.code]).toEqual([412, 'resource.changed']);
    expect((await owner.get(path)).body.draft).toEqual(french);
  });

  test('that was changed since it was read is not published unread', async () => {
    const path = await create();
    const etag = (await owner.get(path)).headers.get('etag') ?? '';
    await owner.send('PATCH', path, { draft: french });
    const { status } = await owner.send('POST', `${path}/publish`, {}, { 'if-match': etag });
    expect(status).toBe(412);
    expect((await owner.get(path)).body.latestVersion).toBe(0);
  });

  test('changes no version', async () => {
    const path = await create();
    await publish(path);
    await owner.send('PATCH', path, { draft: french });
    expect((await owner.get(`${path}/versions/1`)).body.plan).toEqual(examplePlan);
    expect((await owner.get(path)).body).toMatchObject({ draft: french, current: { plan: examplePlan } });
  });
});

describe('versions', () => {
  test('are numbered, kept, and published anew to roll back', async () => {
    const path = await create();
    await publish(path, 'first');
    await owner.send('PATCH', path, { draft: french });
    await publish(path, 'second');
    const { status, body } = await owner.post(`${path}/versions/1/publish`, { note: 'back' });
    expect([status, body]).toMatchObject([201, { version: 3, copyOf: 1, note: 'back', plan: examplePlan }]);
    expect((await owner.get(path)).body).toMatchObject({ currentVersion: 3, draft: french });
    const { data } = (await owner.get(`${path}/versions`)).body;
    const numbered = data.map(({ version, note, copyOf }: Record<string, unknown>) => [version, note, copyOf]);
    expect(numbered).toEqual([
      [3, 'back', 1],
      [2, 'second', null],
      [1, 'first', null],
    ]);
    expect((await owner.get(`${path}/versions/4`)).status).toBe(404);
    expect((await owner.post(`${path}/versions/4/publish`, {})).status).toBe(404);
  });

  test('are published one after the other, whoever is first', async () => {
    const path = await create();
    const answers = await Promise.all([1, 2, 3].map(() => owner.post(`${path}/publish`, {})));
    expect(new Set(answers.map(({ body }) => body.version))).toEqual(new Set([1, 2, 3]));
  });

  test('are compared with each other and with the draft', async () => {
    const path = await create();
    const compare = async (query = '') => (await owner.get(`${path}/diff${query}`)).body;
    expect((await compare()).code).toBe('resource.conflict');
    await publish(path);
    expect(await compare()).toEqual({ differences: [] });
    await owner.send('PATCH', path, { draft: { ...french, specialDays: [] } });
    const differences = [
      { path: 'languages', before: ['fr', 'en'], after: ['fr'] },
      { path: 'specialDays.2026-12-24', before: examplePlan.specialDays[0] },
    ];
    const byPath = ({ path: one }: { path: string }, { path: other }: { path: string }) => one.localeCompare(other);
    expect((await compare()).differences.toSorted(byPath)).toEqual(differences);
    await publish(path);
    expect((await compare('?from=1&to=2')).differences.toSorted(byPath)).toEqual(differences);
    expect(await compare('?to=2')).toEqual({ differences: [] });
    expect((await compare('?from=9')).code).toBe('resource.not_found');
  });
});

test('a withdrawn plan can be published again', async () => {
  const path = await create();
  await publish(path);
  expect((await owner.post(`${path}/withdraw`)).body).toMatchObject({ currentVersion: null, current: null });
  expect((await owner.post(`${path}/withdraw`)).body.code).toBe('resource.conflict');
  expect(await publish(path)).toMatchObject({ version: 2 });
});

describe('an override', () => {
  const current = async () => (await owner.get(overridePath)).body.override;

  test('takes the place of the one before, and ends when it is told', async () => {
    expect(await current()).toBeNull();
    const until = later(2);
    const { status, body } = await owner.put(overridePath, { kind: 'closed', until, reason: ' Dégât d’eau ' });
    expect([status, body]).toMatchObject([
      200,
      { kind: 'closed', number: null, until, reason: 'Dégât d’eau', source: 'user', setBy: owner.email },
    ]);
    const second = await owner.put(overridePath, { kind: 'all-to', number: '+1 514 555-0199', until });
    expect(second.body).toMatchObject({ kind: 'all-to', number: '+15145550199', reason: '' });
    expect(await current()).toEqual(second.body);
    expect((await owner.send('DELETE', overridePath)).status).toBe(204);
    expect(await current()).toBeNull();
    expect((await owner.send('DELETE', overridePath)).status).toBe(404);
    const named = (await deeds()).map((deed) => (deed as { action: string }).action);
    expect(named).toEqual(['answering_override.ended', 'answering_override.set', 'answering_override.set']);
  });

  test('ends by itself', async () => {
    await owner.put(overridePath, { kind: 'closed', until: later(1) });
    await tenantEm(api.app.orm, owner.tenantId).execute(`update answering_overrides set until = now()`);
    expect(await current()).toBeNull();
    expect((await owner.put(overridePath, { kind: 'closed', until: later(1) })).status).toBe(200);
  });

  test('is one, whoever sets it at the same time', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map((hours) => owner.put(overridePath, { kind: 'closed', until: later(hours) })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  test.each([
    [{ kind: 'closed', until: '2020-01-01T00:00:00Z' }, 'body.until'],
    [{ kind: 'closed', until: later(24 * 61) }, 'body.until'],
    [{ kind: 'all-to', until: later(1) }, 'body.number'],
    [{ kind: 'all-to', until: later(1), number: '911' }, 'body.number'],
  ])('refused: %j', async (wanted, field) => {
    const { status, body } = await owner.put(overridePath, wanted);
    expect([status, body.errors[0].path]).toEqual([400, field]);
  });

  test('sends no call to where it came from', async () => {
    const number = await ownNumber();
    const { status, body } = await owner.put(overridePath, { kind: 'all-to', until: later(1), number });
    expect([status, body.errors[0].path]).toEqual([400, 'body.number']);
  });
});

test('a dispatcher closes early, and changes no plan; a viewer reads', async () => {
  const path = await create();
  const dispatcher = await api.signUpUser(owner, 'dispatcher');
  const viewer = await api.signUpUser(owner, 'viewer');
  expect((await dispatcher.put(overridePath, { kind: 'closed', until: later(1) })).status).toBe(200);
  expect((await viewer.get(overridePath)).body.override).toMatchObject({ setBy: dispatcher.email });
  const refused = [
    await dispatcher.send('PATCH', path, { draft: french }),
    await dispatcher.post(`${path}/publish`, {}),
    await viewer.send('DELETE', overridePath),
  ];
  for (const { status, body } of refused) expect([status, body.code]).toEqual([403, 'auth.forbidden']);
  expect((await viewer.get(path)).body.draft).toEqual(examplePlan);
});

test('the audit log says what was changed, and keeps nobody’s number', async () => {
  const path = await create();
  await owner.send('PATCH', path, { draft: french });
  // Changes nothing.
  await owner.send('PATCH', path, { draft: french });
  await publish(path, 'Été');
  expect(await deeds()).toEqual([
    { action: 'answering_plan.published', before: null, after: { version: 1, note: 'Été' } },
    { action: 'answering_plan.draft_saved', before: null, after: { changed: ['languages'] } },
    { action: 'answering_plan.created', before: null, after: { number: null } },
  ]);
});

describe('a plan that leaves callers without an answer', () => {
  const circle: AnsweringPlan = {
    ...examplePlan,
    steps: {
      ...examplePlan.steps,
      voicemail: { type: 'say', text: { fr: 'Un instant.', en: 'One moment.' }, next: 'menu' },
    },
  };

  test('can be saved, and is not published', async () => {
    const path = await create(circle);
    const { status, body } = await owner.post(`${path}/publish`, {});
    expect([status, body.code]).toEqual([422, 'answering.faulty']);
    expect(body.faults).toContainEqual(expect.objectContaining({ code: 'step.loop', step: expect.any(String) }));
    expect((await owner.get(path)).body).toMatchObject({ currentVersion: null, latestVersion: 0 });
    expect((await owner.post('/dashboard/answering/check', { draft: circle })).body.faults).toEqual(body.faults);
  });

  test('is also one that rings the business itself, or goes to an assistant that is not there', async () => {
    const number = await ownNumber();
    const onCall = {
      type: 'staff' as const,
      rungs: [{ name: 'Luc', number, ringSeconds: 20 }],
      otherwise: 'voicemail',
    };
    const draft = { ...examplePlan, steps: { ...examplePlan.steps, 'on-call': onCall } };
    const check = async (by: SignedIn) => {
      const { status, body } = await by.post('/dashboard/answering/check', { draft });
      expect(status).toBe(200);
      return body.faults.map(({ code }: { code: string }) => code);
    };
    expect(await check(owner)).toEqual(['number.circular']);
    expect(await check(await api.signUp())).toEqual(['assistant.missing']);
  });
});

describe('a preview', () => {
  const preview = async (asked: object) => {
    const { status, body } = await owner.post('/dashboard/answering/preview', asked);
    expect([status, body]).toEqual([200, body]);
    return body;
  };
  const course = async (asked: object): Promise<string[]> =>
    (await preview(asked)).heard.map(
      ({ waitsFor, step }: { waitsFor: string; step: string | null }) => `${waitsFor} ${step}`,
    );

  test('says what a caller hears at a time, step by step', async () => {
    const { moment, heard } = await preview({
      draft: { ...examplePlan, recording: 'never' },
      at: '2026-06-24T14:30:00Z',
      replies: [{ type: 'not-taken' }, { type: 'said', text: 'Il y a une inondation au sous-sol' }],
    });
    expect(moment).toEqual({
      date: '2026-06-24',
      weekday: 'wednesday',
      time: '10:30',
      holiday: 'Fête nationale du Québec',
      open: false,
    });
    const greeting = [
      { language: 'fr', text: 'Plomberie Lavoie, bonjour!' },
      { language: 'en', text: 'Lavoie Plumbing, hello!' },
    ];
    expect(heard[0]).toEqual({
      says: greeting,
      waitsFor: 'dialAssistant',
      step: 'assistant',
      number: null,
      seconds: 20,
    });
    expect(heard[1]).toMatchObject({ waitsFor: 'ask', step: 'menu' });
    expect(heard[2]).toMatchObject({ waitsFor: 'dialPerson', step: 'on-call', number: '+15145550111', seconds: 20 });
    expect(heard[2].says[0].text).toContain('9 1 1');
  });

  test('is of the draft of a plan, or of what answers now, with the override that holds', async () => {
    const path = await create();
    const voicemail = ['takeMessage voicemail'];
    const direct: AnsweringPlan = { ...examplePlan, start: { open: 'assistant', closed: 'voicemail' } };
    await publish(path);
    await owner.send('PATCH', path, { draft: direct });
    const at = '2026-06-24T14:30:00Z';
    expect(await course({ at })).toEqual(['dialAssistant assistant']);
    expect(await course({ at, planId: path.split('/').at(-1) })).toEqual(voicemail);
    await publish(path);
    expect(await course({ at })).toEqual(voicemail);
    const open = '2026-06-25T14:30:00Z';
    expect(await course({ at: open })).toEqual(['dialAssistant assistant']);
    await owner.put(overridePath, { kind: 'closed', until: later(1) });
    // It does not hold any more by then.
    expect(await course({ at: later(24 * 400) })).toHaveLength(1);
    expect((await preview({})).moment.open).toBe(false);
  });

  test('without a plan shows the default one, and of a number its own', async () => {
    expect(await course({})).toEqual(['dialAssistant assistant']);
    const number = await ownNumber();
    const path = await create({ ...examplePlan, start: { open: 'menu', closed: 'menu' } }, number);
    expect((await owner.post(`${path}/publish`, {})).body.faults).toMatchObject([{ code: 'step.unreachable' }]);
    const steps = { ...examplePlan.steps };
    delete steps['assistant'];
    await owner.send('PATCH', path, { draft: { ...examplePlan, steps, start: { open: 'menu', closed: 'menu' } } });
    await publish(path);
    expect(await course({ number })).toEqual(['ask menu']);
    expect(await course({})).toEqual(['dialAssistant assistant']);
  });

  test('of a plan that is not there is none', async () => {
    const { status } = await owner.post('/dashboard/answering/preview', { planId: crypto.randomUUID() });
    expect(status).toBe(404);
  });
});
