import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { Tenant } from '../../src/db/entities.ts';
import { systemEm } from '../../src/db/core/tenancy.ts';
import { providerNames } from '../../src/domain/providers.ts';
import { publicUrl, startTestApi, type Answer, type TestApi } from '../support/http.ts';
import { jwtPrivateKey } from '../support/keys.ts';
import { onboardingOf } from '../support/onboarding.ts';
import { vapiMessage } from '../support/send.ts';

let api: TestApi;
let people: ReturnType<typeof onboardingOf>;
beforeAll(async () => {
  api = await startTestApi();
  people = onboardingOf(api);
});
afterAll(() => api.stop());

const wanted = (changes: object = {}) => {
  const id = randomUUID();
  return {
    name: 'Plomberie Roy',
    slug: `roy-${id}`,
    timeZone: 'America/Vancouver',
    owner: { email: `amelie@${id}.test`, name: 'Amélie Roy' },
    ...changes,
  };
};
const create = (changes: object = {}): Promise<Answer> => api.operate('POST', '/tenants', wanted(changes));

describe('a new tenant', () => {
  test('has an invited owner, who accepts and signs in', async () => {
    const tenant = wanted();
    const { status, body } = await api.operate('POST', '/tenants', tenant);
    expect([status, body.code]).toEqual([201, undefined]);
    const { name, slug, timeZone, owner } = tenant;
    expect(body.tenant).toMatchObject({ name, slug, timeZone });
    expect(body.owner).toMatchObject({ ...owner, role: 'owner', status: 'invited', lastLoginAt: null });
    expect(body.webhookUrls).toEqual(
      Object.fromEntries(providerNames.map((provider) => [provider, `${publicUrl}/webhooks/${provider}/${slug}`])),
    );
    expect(body.invitation.url).toBe(`${publicUrl}/#/invitation/${body.invitation.token}`);
    expect(Date.parse(body.invitation.expiresAt) / 1000).toBeCloseTo(Date.now() / 1000 + 7 * 86_400, -2);

    const accepted = await people.accept(body.invitation.token);
    expect(accepted.body).toMatchObject({ user: { email: owner.email, role: 'owner' }, tenant: { slug } });
    const settings = await api.request('/dashboard/tenant/config', {
      headers: { authorization: `Bearer ${accepted.body.accessToken}` },
    });
    expect(settings.body).toMatchObject({ tenant: { id: body.tenant.id }, webhookUrls: body.webhookUrls });
  });

  test('is in the audit log, without its secret', async () => {
    const { body } = await create();
    const { id, name, slug, timeZone } = body.tenant;
    const [created] = await people.audited(id);
    expect(created).toMatchObject({ action: 'tenant.created', actor: 'operator', after: { name, slug, timeZone } });
    const [invited] = await people.audited(body.owner.id);
    expect(invited).toMatchObject({ action: 'user.invited', tenantId: id, after: { role: 'owner' } });
    expect(JSON.stringify([created, invited])).not.toContain(body.invitation.token);
  });

  test('is known to the webhooks at once', async () => {
    const { body } = await create();
    const { pathname } = new URL(body.webhookUrls.twilio);
    const answer = await api.request(pathname, { method: 'POST', headers: { 'x-twilio-signature': 'AAAA' } });
    expect(answer.body.code).toBe('webhook.not_configured');
  });

  test('gets its slug from its name, and the time zone of most', async () => {
    const id = randomUUID();
    const { body } = await create({ name: `Chauffage Éclair & Cie ${id}`, slug: undefined, timeZone: undefined });
    expect(body.tenant).toMatchObject({ slug: `chauffage-eclair-cie-${id}`, timeZone: 'America/Toronto' });
  });

  test.each<[string, object, string]>([
    ['no name', { name: ' ' }, 'body.name'],
    ['a name that gives no slug', { name: '水道屋', slug: undefined }, 'body.slug'],
    ['a short slug', { slug: 'ab' }, 'body.slug'],
    ['a slug with capitals', { slug: 'Roy' }, 'body.slug'],
    ['a leading hyphen', { slug: '-roy' }, 'body.slug'],
    ['a reserved slug', { slug: 'webhooks' }, 'body.slug'],
    ['a time zone that is none', { timeZone: 'America/Laval' }, 'body.timeZone'],
    ['an offset', { timeZone: '-05:00' }, 'body.timeZone'],
    ['no address', { owner: { email: 'amelie', name: 'Amélie' } }, 'body.owner.email'],
    ['no owner', { owner: undefined }, 'body.owner'],
  ])('is refused with %s', async (_name, changes, path) => {
    const { status, body } = await create(changes);
    expect([status, body.code, body.errors?.[0].path]).toEqual([400, 'request.invalid', path]);
  });

  test('cannot take the slug of another', async () => {
    const { body } = await create();
    const again = await create({ slug: body.tenant.slug });
    expect([again.status, again.body.code]).toEqual([409, 'tenant.slug_taken']);
  });

  test('whose owner signs in elsewhere already is not made', async () => {
    const { email } = await api.signUp();
    const tenant = wanted({ owner: { email: ` ${email.toUpperCase()}`, name: 'Amélie' } });
    const { status, body } = await api.operate('POST', '/tenants', tenant);
    expect([status, body.code]).toEqual([409, 'user.email_taken']);
    expect(await systemEm(api.app.orm).count(Tenant, { slug: tenant.slug })).toBe(0);
  });

  test('is one, of two with the same slug at the same time', async () => {
    const slug = `twice-${randomUUID()}`;
    const answers = await Promise.all([create({ slug }), create({ slug })]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  });
});

describe('for the operator, a tenant', () => {
  test('is shown with its owner', async () => {
    const { body } = await create();
    const { invitation: _, ...shown } = body;
    const { status, body: found } = await api.operate('GET', `/tenants/${body.tenant.id}`);
    expect([status, found]).toEqual([200, shown]);
    expect((await api.operate('GET', `/tenants/${randomUUID()}`)).status).toBe(404);
  });

  test('is found by its slug and its name', async () => {
    const id = randomUUID();
    const { body: first } = await create({ name: `Éclair 100% ${id}`, slug: `first-${id}` });
    const { body: second } = await create({ slug: `second-${id}` });
    const slugsOf = async (query: Record<string, string>): Promise<string[]> => {
      const { status, body } = await api.operate('GET', `/tenants?${new URLSearchParams(query).toString()}`);
      expect([status, body.code]).toEqual([200, undefined]);
      return body.data.map(({ slug }: { slug: string }) => slug);
    };
    expect(await slugsOf({ search: id })).toEqual([second.tenant.slug, first.tenant.slug]);
    expect(await slugsOf({ search: `100% ${id.toUpperCase()}` })).toEqual([first.tenant.slug]);
    expect(await slugsOf({ search: `1_0% ${id}` })).toEqual([]);
    expect(await slugsOf({ search: id, limit: '1', page: '2' })).toEqual([first.tenant.slug]);
  });

  test('has its owner invited again until they have accepted', async () => {
    const { body } = await create();
    const again = () => api.operate('POST', `/tenants/${body.tenant.id}/invitation`);
    const { status, body: second } = await again();
    expect([status, second.owner]).toEqual([201, body.owner]);
    expect((await people.accept(body.invitation.token)).body.code).toBe('token.invalid');
    expect((await people.accept(second.invitation.token)).status).toBe(200);
    expect((await again()).body.code).toBe('resource.conflict');
    expect((await api.operate('POST', `/tenants/${randomUUID()}/invitation`)).status).toBe(404);
    expect(await people.audited(body.owner.id, 'invitation.renewed')).toMatchObject([{ actor: 'operator' }]);
  });
});

describe('the tenant itself', () => {
  test('changes its name, time zone and retention', async () => {
    const [owner, neighbour] = [await api.signUp(), await api.signUp()];
    const kept = { callRetentionMonths: 24, logRetentionDays: 30 };
    const changed = { name: 'Chauffage Roy', timeZone: 'Europe/Paris', ...kept };
    const { status, body } = await owner.send('PATCH', '/dashboard/tenant', {
      name: '  Chauffage Roy ',
      timeZone: 'Europe/Paris',
      ...kept,
    });
    expect([status, body]).toEqual([200, { id: owner.tenantId, slug: owner.slug, ...changed }]);
    expect((await owner.get('/auth/me')).body.tenant).toEqual(body);
    expect((await neighbour.get('/auth/me')).body.tenant.name).toBe('Plomberie Essai');
    expect(await people.audited(owner.tenantId)).toMatchObject([
      {
        action: 'tenant.changed',
        actorId: owner.userId,
        before: {
          name: 'Plomberie Essai',
          timeZone: 'America/Toronto',
          callRetentionMonths: 12,
          logRetentionDays: 90,
        },
        after: changed,
      },
    ]);
    await owner.send('PATCH', '/dashboard/tenant', { name: changed.name });
    expect(await people.audited(owner.tenantId)).toHaveLength(1);
  });

  test('is called by its new name from the next call on', async () => {
    const owner = await api.signUp();
    const { example: vapi } = api.app.providers.vapi;
    await owner.put('/dashboard/tenant/config/vapi', vapi);
    const path = `/webhooks/vapi/${owner.slug}`;
    const call = { id: randomUUID(), type: 'inboundPhoneCall' };
    const ask = () => vapiMessage(api.api.url, path, { type: 'assistant-request', call }, vapi.webhookSecret);
    expect((await ask()).text).toContain('Plomberie Essai');
    await owner.send('PATCH', '/dashboard/tenant', { name: 'Toiture Côté' });
    expect((await ask()).text).toContain('Toiture Côté');
  });

  test('refuses a time zone that is none', async () => {
    const owner = await api.signUp();
    const { status, body } = await owner.send('PATCH', '/dashboard/tenant', { timeZone: 'Mars/Olympus' });
    expect([status, body.errors[0].path]).toEqual([400, 'body.timeZone']);
  });
});

describe('on the command line', () => {
  const run = promisify(execFile);
  const environment = {
    DATABASE_URL: inject('databaseUrl'),
    TEMPORAL_ADDRESS: 'localhost:1',
    PUBLIC_URL: publicUrl,
    ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    JWT_PRIVATE_KEY: jwtPrivateKey,
  };
  const tenant = (...options: string[]) =>
    run(process.execPath, ['src/api/tenants/main.ts', ...options], { env: environment });

  test('a tenant is made as by the API', async () => {
    const slug = `shell-${randomUUID()}`;
    const create = ['create', '--name', 'Toiture Côté', '--slug', slug, '--owner', 'Léa Côté'];
    const { stdout } = await tenant(...create, '--email', `lea@${slug}.test`);
    expect(stdout).toContain(`${publicUrl}/webhooks/vapi/${slug}`);
    const [, token = ''] = /#\/invitation\/(\S+)/.exec(stdout) ?? [];
    expect((await people.accept(token)).body).toMatchObject({ tenant: { slug }, user: { role: 'owner' } });
    const [created] = await people.audited((await systemEm(api.app.orm).findOneOrFail(Tenant, { slug })).id);
    expect(created).toMatchObject({ action: 'tenant.created', actor: 'operator', address: null });
    await expect(tenant(...create, '--email', 'lea@elsewhere.test')).rejects.toMatchObject({
      code: 1,
      stderr: 'Another tenant has this slug.\n',
    });
  });

  test('what is missing is said', async () => {
    await expect(tenant('create', '--name', 'Toiture')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('owner.email'),
    });
  });
});
