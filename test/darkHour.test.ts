import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { examplePlan } from '../src/contract/answering/examplePlan.ts';
import { publishVersion } from '../src/db/answering/publish.ts';
import { StoredPlan } from '../src/db/entities.ts';
import { saveIntegration } from '../src/db/tenants/integrations.ts';
import { tenantEm } from '../src/db/core/tenancy.ts';
import type { AnsweringPlan } from '../src/domain/answering/plan.ts';
import { demo } from '../dev/simulator/demo.ts';
import { parseTwiml, readTwiml, type TwimlElement } from '../dev/simulator/twiml.ts';
import { startTestApi, type SignedIn, type TestApi } from './support/http.ts';
import { jwtPrivateKey } from './support/keys.ts';
import { randomNumber } from './support/numbers.ts';

const run = promisify(execFile);

/** Where the files will be; nothing is there during the test. */
const host = 'https://files.example.test/';

let api: TestApi;
let owner: SignedIn;
let folder: string;
let [twilio, signalwire] = ['', ''];
let files: Record<string, string>;

const publish = async (number: string | null, plan: AnsweringPlan): Promise<void> => {
  await tenantEm(api.app.orm, owner.tenantId).transactional(async (em) => {
    const stored = em.create(StoredPlan, { tenantId: owner.tenantId, number, draft: plan, currentVersion: null });
    await em.persist(stored).flush();
    publishVersion(em, stored, plan, { by: { id: null, name: null }, note: '' });
  });
};

const exported = (...options: string[]) =>
  run(process.execPath, ['src/api/answering/main.ts', ...options], {
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: inject('databaseUrl'),
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      PUBLIC_URL: 'https://api.example.test',
      ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
      JWT_PRIVATE_KEY: jwtPrivateKey,
      OPERATOR_KEY: 'operator-key-of-the-tests-0123456789',
    },
  });

const readFiles = async (): Promise<Record<string, string>> => {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.includes('.'));
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
};

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signUp();
  [twilio, signalwire] = [randomNumber(), randomNumber()];
  const em = tenantEm(api.app.orm, owner.tenantId);
  for (const [name, number] of [
    ['twilio', twilio],
    ['signalwire', signalwire],
  ] as const)
    await saveIntegration(em, api.app.keys, owner.tenantId, name, { ...demo[name], phoneNumbers: [number] });
  await em.flush();
  await publish(null, examplePlan);
  await publish(signalwire, { ...examplePlan, languages: ['en'], recording: 'never' });
  folder = await mkdtemp(join(tmpdir(), 'receptionist-dark-'));
  const { stdout } = await exported('--tenant', owner.slug, '--out', folder);
  expect(stdout).toContain('7 files for 2 numbers');
  // From here on there is no server of ours: the files are all that is left.
  await api.stop();
  files = await readFiles();
});
afterAll(() => rm(folder, { recursive: true }));

const pathOf = (number: string, file: string): string => `${number.slice(1)}/${file}`;
const everything = (element: TwimlElement): TwimlElement[] => [element, ...element.children.flatMap(everything)];

/**
 * What a caller hears of a document when the carrier finds no one at any number: one line a verb. Fails where the carrier would
 * have to ask a server of ours.
 */
const walked = (path: string): string[] => {
  const text = files[path];
  if (text === undefined) throw new Error(`the carrier asks for ${path}, which is no file`);
  expect(readTwiml(text, host + path, []).problems).toEqual([]);
  const lines: string[] = [];
  for (const { name, attributes, children, text: words } of parseTwiml(text).children)
    switch (name) {
      case 'Say':
        lines.push(`${attributes['language']}: ${words}`);
        break;
      case 'Dial':
        // Without an action the carrier goes on with the next verb.
        expect(attributes).not.toHaveProperty('action');
        lines.push(...children.map((noun) => `rings ${noun.text}`));
        break;
      case 'Record': {
        expect(attributes['method']).toBe('GET');
        lines.push('records');
        const after = new URL(attributes['action'] ?? '', host + path).href;
        expect(after.startsWith(host)).toBe(true);
        return [...lines, ...walked(after.slice(host.length))];
      }
      case 'Hangup':
        return [...lines, 'hangs up'];
      default:
        throw new Error(`<${name}> has no place here`);
    }
  throw new Error('the call ends in silence');
};

test('the files speak the plan of their hour, with all of us down', () => {
  const closed = walked(pathOf(twilio, 'closed.xml'));
  expect(closed.slice(0, 2)).toEqual(['fr-CA: Plomberie Lavoie, bonjour!', 'en-US: Lavoie Plumbing, hello!']);
  expect(closed.filter((line) => line.startsWith('rings'))).toEqual(['rings +15145550111', 'rings +15145550112']);
  expect(closed.some((line) => line.includes('9 1 1'))).toBe(true);
  expect(closed.slice(-4)).toEqual(['records', expect.any(String), expect.any(String), 'hangs up']);
  const open = walked(pathOf(twilio, 'open.xml'));
  expect(open.filter((line) => line.startsWith('rings'))).toHaveLength(3);
});

test('a number that has a plan of its own speaks that one', () => {
  const lines = walked(pathOf(signalwire, 'closed.xml'));
  expect(lines[0]).toBe('en-US: Lavoie Plumbing, hello!');
  expect(lines.slice(-3)).toEqual(['records', expect.stringMatching(/^en-US: /), 'hangs up']);
});

test('no file names a server of ours', () => {
  for (const [path, text] of Object.entries(files)) {
    expect(text, path).not.toContain('api.example.test');
    if (!path.endsWith('.xml')) continue;
    const urls = everything(parseTwiml(text)).flatMap(({ attributes }) =>
      ['action', 'url', 'statusCallback', 'recordingStatusCallback'].flatMap((name) => attributes[name] ?? []),
    );
    expect(urls.filter((url) => url !== 'thanks.xml')).toEqual([]);
  }
});

test('the index says which file holds when', () => {
  const index = JSON.parse(files['index.json'] ?? '');
  expect(index).toMatchObject({ tenant: owner.slug, exportedAt: expect.any(String), until: expect.any(String) });
  expect(index.numbers).toMatchObject([
    { number: twilio, carrier: 'twilio', version: 1, timeZone: 'America/Toronto' },
    { number: signalwire, carrier: 'signalwire', version: 1 },
  ]);
  for (const { schedule } of index.numbers) {
    expect(schedule[0].from).toBe(index.exportedAt);
    expect(schedule.length).toBeGreaterThan(30);
    for (const { file } of schedule) expect(files).toHaveProperty([file]);
  }
});

test('a tenant that is not there is named', async () => {
  const failure = await exported('--tenant', 'nobody-here', '--out', folder).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 1, stderr: 'There is no tenant "nobody-here".\n' });
});
