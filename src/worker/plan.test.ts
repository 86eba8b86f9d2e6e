import { expect, test } from 'vitest';
import type { VersionStatus } from './deployment.ts';
import { absenceMs, planVersions } from './plan.ts';

const now = new Date('2026-11-28T12:00:00Z');
const ago = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
const day = 86_400_000;

const version = (buildId: string, status: VersionStatus, createdAt: Date) => ({ buildId, status, createdAt });
const bundle = (buildId: string, signedAt: Date) => ({ buildId, codePath: `${buildId}.cjs`, signedAt });

const own = version('own', 'current', ago(day));

const plan = (status: VersionStatus, { createdAt = ago(2 * day), signedAt = ago(0) } = {}) => {
  const versions = [own, version('other', status, createdAt)];
  const { serve, missing, expired } = planVersions({
    own: 'own',
    versions,
    bundles: [bundle('own', now), bundle('other', signedAt)],
    now,
  });
  return { serves: serve.length, deletes: expired.length, missing };
};

test.each(['current', 'ramping', 'draining'] as const)('an earlier version that is %s is run, and kept', (status) => {
  expect(plan(status, { signedAt: ago(400 * day) })).toEqual({ serves: 1, deletes: 0, missing: [] });
});

test.each(['inactive', 'drained'] as const)('a version that is %s is not run', (status) => {
  expect(plan(status)).toMatchObject({ serves: 0, missing: [] });
});

test('only code that has drained and is older than two weeks is deleted', () => {
  expect(plan('drained', { signedAt: ago(13 * day) }).deletes).toBe(0);
  expect(plan('drained', { signedAt: ago(15 * day) }).deletes).toBe(1);
  expect(plan('inactive', { signedAt: ago(15 * day) }).deletes).toBe(0);
});

test('a later version is run only when its own workers are gone', () => {
  const createdAt = ago(0);
  expect(plan('current', { createdAt, signedAt: ago(absenceMs - 1) }).serves).toBe(0);
  expect(plan('current', { createdAt, signedAt: ago(absenceMs + 1) }).serves).toBe(1);
});

test('the own version is neither run twice nor deleted', () => {
  const situation = { own: 'own', bundles: [bundle('own', ago(400 * day))], now };
  for (const status of ['current', 'draining', 'drained'] as const)
    expect(planVersions({ ...situation, versions: [version('own', status, ago(400 * day))] })).toEqual({
      serve: [],
      missing: [],
      expired: [],
    });
});

test('a version with open calls whose code is lost is missing', () => {
  const versions = [own, version('lost', 'draining', ago(2 * day)), version('over', 'drained', ago(2 * day))];
  expect(planVersions({ own: 'own', versions, bundles: [], now }).missing).toEqual(['lost']);
});
