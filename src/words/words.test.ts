import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const rooms = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => name.slice(0, -'.ts'.length));

/** For texts that say more than a name. */
const samples: Record<string, unknown[]> = {
  'spokenTime.byThen': [new Date('2026-01-15T21:00:00Z'), new Date('2026-01-15T15:00:00Z'), 'America/Toronto'],
  'hours.openingHoursInWords': [[{ days: ['monday'], intervals: [{ from: '08:00', to: '17:00' }] }]],
};

/** Every text of a module, by where it is found. */
const textsOf = (value: unknown, path: string): [string, unknown][] => {
  if (typeof value === 'function')
    return [[path, (value as (...given: unknown[]) => unknown)(...(samples[path] ?? ['Plomberie']))]];
  if (value === null || typeof value !== 'object') return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
};

test('each text exists in French and in English, and both differ', async () => {
  const modules = await Promise.all(
    rooms.map(async (room) => [room, { ...(await import(/* @vite-ignore */ `./${room}.ts`)) }] as const),
  );
  const texts = modules.flatMap(([room, module]) => textsOf(module, room));
  expect(texts.length).toBeGreaterThan(10);
  for (const [path, text] of texts) {
    expect(text, path).toEqual({ fr: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
    expect((text as { fr: string }).fr, path).not.toBe((text as { en: string }).en);
  }
});
