import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { recordsOf } from '../support/records.ts';

let api: TestApi;
let owner: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signUp();
  const save = recordsOf(api.app, owner.tenantId);
  await save.call({ externalCallId: 'toronto', from: '+15145550142', to: '+15145550100' });
  await save.call({ externalCallId: 'paris', from: '+33142685300', to: '+15145550100' });
  await save.call({
    externalCallId: 'spoken',
    from: 'anonymous',
    transcript: 'User: Mon numéro est le (438) 555-0177.',
  });
  await save.call({ externalCallId: 'composed', summary: 'Éloïse Lebœuf : fuite à l’entrée' });
  await save.call({ externalCallId: 'decomposed', summary: 'Chaudière de Noël Gagné'.normalize('NFD') });
  await save.call({ externalCallId: 'plain', summary: 'Noel Gagne (100%) [urgent] 514_555 a.b\\c' });
});
afterAll(() => api.stop());

const find = async (text: string): Promise<string[]> => {
  const { status, body } = await owner.get(`/dashboard/calls?search=${encodeURIComponent(text)}`);
  expect(status).toBe(200);
  return body.data.map(({ externalCallId }: { externalCallId: string }) => externalCallId).toSorted();
};

describe('a phone number', () => {
  test.each([
    '+15145550142',
    '5145550142',
    '514 555-0142',
    '514-555-0142',
    '(514) 555-0142',
    '+1 514 555 0142',
    '1-514-555-0142',
    '514.555.0142',
    '514\u00a0555\u20110142',
    '０１１ 1 514 555 0142',
    '５１４ ５５５ ０１４２',
    '555-0142',
  ])('is found as %s', async (text) => {
    expect(await find(text)).toEqual(['toronto']);
  });

  test.each(['01 42 68 53 00', '00 33 1 42 68 53 00', '+33 (0)1 42 68 53 00', '0142685300'])(
    'is found as it is dialled where it is: %s',
    async (text) => {
      expect(await find(text)).toEqual(['paris']);
    },
  );

  test.each(['4385550177', '438.555.0177', '+1 438'])('%s is looked for in what was said, too', async (text) => {
    expect(await find(text)).toEqual(text === '+1 438' ? [] : ['spoken']);
  });

  test('of other digits is another', async () => {
    expect(await find('514 555-0143')).toEqual([]);
  });
});

describe('a name', () => {
  test.each([
    ['eloise', ['composed']],
    ['ÉLOÏSE LEBŒUF', ['composed']],
    ['eloise leboeuf', ['composed']],
    ["a l'entree", ['composed']],
    ['à  l’entrée', ['composed']],
    ['Noël Gagné', ['decomposed', 'plain']],
    ['Noël Gagné'.normalize('NFD'), ['decomposed', 'plain']],
    ['noel gagne', ['decomposed', 'plain']],
    ['NOEL', ['decomposed', 'plain']],
    ['chaudiere', ['decomposed']],
  ])('%s is found whatever its accents', async (text, expected) => {
    expect(await find(text)).toEqual(expected);
  });

  test.each([
    ['(100%)', ['plain']],
    ['[urgent]', ['plain']],
    ['a.b\\c', ['plain']],
    ['514_555', ['plain']],
    ['.*', []],
    ['[a-z]', []],
    ['n|x', []],
    ['^Noel', []],
    ['(', ['plain', 'spoken']],
  ])('%s means its letters', async (text, expected) => {
    expect(await find(text)).toEqual(expected);
  });

  test('is found in the list of users and in the audit log, too', async () => {
    await owner.send('PATCH', `/dashboard/users/${owner.userId}`, { name: 'Amélie Bœuf'.normalize('NFD') });
    const users = await owner.get('/dashboard/users?search=amelie%20boeuf');
    expect(users.body.data.map(({ name }: { name: string }) => name)).toEqual(['Amélie Bœuf'.normalize('NFC')]);
    const audited = await owner.get(`/dashboard/audit?search=${encodeURIComponent(owner.email.toUpperCase())}`);
    expect(audited.body.pagination.total).toBeGreaterThan(0);
  });
});

test.each(['é'.repeat(200), '('.repeat(200), 'oe'.repeat(100), '1-'.repeat(100)])(
  'as long as may be: %#',
  async (text) => {
    expect(await find(text)).toEqual([]);
  },
);
