import { createReceptionistClient } from '@ai-receptionist/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operatorKey, startTestApi, type TestApi } from '../support/http.ts';
import { recordsOf } from '../support/records.ts';

let api: TestApi;
beforeAll(async () => void (api = await startTestApi()));
afterAll(() => api.stop());

const password = 'une phrase assez longue';
const clientFor = (token?: string) =>
  createReceptionistClient({ baseUrl: api.api.url, ...(token !== undefined && { token }) });

/** What came back, where nothing is expected to fail. */
const given = async <Data>(answer: Promise<{ data?: Data; error?: unknown }>): Promise<Data> => {
  const { data, error } = await answer;
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data;
};

const acceptInvitation = async (token: string): Promise<string> => {
  const body = { token, password };
  return (await given(clientFor().POST('/auth/invitations/accept', { body }))).accessToken;
};

test('from nothing to a spreadsheet of calls: tenant, owner, admin, API key, list, export', async () => {
  const name = `Plomberie ${crypto.randomUUID()}`;
  const owner = { name: 'Odile Tremblay', email: `${crypto.randomUUID()}@owner.test` };
  const created = await given(clientFor(operatorKey).POST('/tenants', { body: { name, owner } }));
  const ownersClient = clientFor(await acceptInvitation(created.invitation.token));

  const invitee = { name: 'Alexis Roy', email: `${crypto.randomUUID()}@admin.test`, role: 'admin' as const };
  const invited = await given(ownersClient.POST('/dashboard/users', { body: invitee }));
  const adminsClient = clientFor(await acceptInvitation(invited.invitation.token));

  const scopes: ['calls:read'] = ['calls:read'];
  const { key } = await given(adminsClient.POST('/dashboard/api-keys', { body: { name: 'Tableau de bord', scopes } }));
  const save = recordsOf(api.app, created.tenant.id);
  await save.call({ from: '+15145550142', outcome: 'BOOKED', startedAt: new Date('2026-01-15T15:00:00Z') });
  await save.call({ from: '+15145550143', outcome: 'MISSED', startedAt: new Date('2026-01-16T15:00:00Z') });

  const machine = clientFor(key);
  const query = { sort: 'startedAt', limit: 1 } as const;
  const page = await given(machine.GET('/dashboard/calls', { params: { query } }));
  expect(page.data.map(({ from }) => from)).toEqual(['+15145550142']);
  const cursor = page.pagination.nextCursor ?? '';
  const rest = await given(machine.GET('/dashboard/calls', { params: { query: { ...query, cursor } } }));
  expect([rest.data.map(({ from }) => from), rest.pagination.nextCursor]).toEqual([['+15145550143'], null]);

  const file = await machine.GET('/dashboard/calls/export', {
    params: { query: { outcome: 'BOOKED' } },
    parseAs: 'text',
  });
  expect(file.response.headers.get('content-type')).toContain('text/csv');
  expect(file.data).toContain('+15145550142');
  expect(file.data).not.toContain('+15145550143');

  const audit = await given(ownersClient.GET('/dashboard/audit', { params: { query: { sort: 'createdAt' } } }));
  const deeds = ['tenant.created', 'user.invited', 'invitation.accepted', 'user.invited', 'invitation.accepted'];
  expect(audit.data.map(({ action }) => action)).toEqual([...deeds, 'api_key.created', 'list.exported']);
});
