import { spawn } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { mutantVariable, type Mutant } from './mutant.ts';

const ownTenant = (change: string) =>
  `do $$ declare t text; begin
     for t in select tablename from pg_policies where policyname = 'own_tenant' and tablename <> 'tenants' loop
       execute format('${change}', t);
     end loop; end $$`;

const mutants: Record<string, Mutant> = {
  'the filter of the ORM': {
    source: {
      path: 'src/db/core/tenancy.ts',
      find: "setFilterParams('tenant', { tenantId })",
      replace: "setFilterParams('tenant', {})",
    },
    file: 'test/isolation.test.ts',
    test: 'the filter alone keeps tenants apart',
  },
  'row level security of reads': {
    sql: ownTenant('alter policy own_tenant on %I using (true)'),
    file: 'test/isolation.test.ts',
    test: 'shows a tenant its own rows only, in SQL that names no tenant',
  },
  'row level security of writes': {
    sql: ownTenant('alter policy own_tenant on %I with check (true)'),
    file: 'test/isolation.test.ts',
    test: 'refuses writes into another tenant',
  },
  'row level security of one table': {
    sql: 'alter table calls disable row level security',
    file: 'test/isolation.test.ts',
    test: 'has policies, enforced for the owner too, on every table',
  },
  'the end of a tenant with its transaction': {
    source: {
      path: 'src/db/options.ts',
      find: "sessionContext: 'transaction'",
      replace: "sessionContext: 'connection'",
    },
    file: 'test/isolation.test.ts',
    // Nothing works at all then.
    test: 'permission denied',
  },
  'the permission of a route': {
    source: {
      path: 'src/api/access/authenticate.ts',
      find: '!identity.permissions.includes(access)',
      replace: 'false',
    },
    file: 'test/api/access.test.ts',
    test: 'every route opens with its permission, and only with it',
  },
  "the operator's key": {
    source: {
      path: 'src/api/access/authenticate.ts',
      find: 'timingSafeEqual(digest(token), digest(operatorKey))',
      replace: 'true',
    },
    file: 'test/api/access.test.ts',
    test: "the operator's routes open with the operator's key alone",
  },
  'the signature of an access token': {
    source: {
      path: 'src/api/access/accessTokens.ts',
      find: 'await jwtVerify(token, keySet, checks)',
      replace:
        "{ payload: JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) }; await Promise.resolve()",
    },
    file: 'test/api/tokens.test.ts',
    test: 'refused: alg none',
  },
  'the end of a session': {
    source: { path: 'src/api/access/sessions.ts', find: 'and s.revoked_at is null', replace: '' },
    file: 'test/api/sessions.test.ts',
    test: 'signing out ends the session at once',
  },
  'the signature of a webhook': {
    source: {
      path: 'src/api/webhooks/receive.ts',
      find: 'own !== undefined && provider.verify(webhook, own)',
      replace: 'own !== undefined',
    },
    file: 'test/api/webhookTenancy.test.ts',
    test: 'is refused when it is signed with the secret of another tenant',
  },
};

interface Report {
  /** `message` says why a whole file could not run. */
  testResults: { message: string; assertionResults: { status: string; fullName: string }[] }[];
}

/** The tests that failed on the mutated code. */
const failuresOf = async (mutant: Mutant): Promise<string[]> => {
  const report = join(await mkdtemp(join(tmpdir(), 'receptionist-mutant-')), 'report.json');
  const args = [
    'run',
    mutant.file,
    '--config',
    'test/mutants/vitest.config.ts',
    '--reporter=json',
    `--outputFile=${report}`,
  ];
  const child = spawn(join('node_modules', '.bin', 'vitest'), args, {
    stdio: 'ignore',
    env: {
      ...process.env,
      [mutantVariable]: JSON.stringify(mutant),
      TEST_DATABASE_URL: inject('databaseUrl'),
      TEST_DATABASE_OWNER_URL: inject('databaseOwnerUrl'),
      TEST_DATABASE_TEMPLATE: inject('databaseTemplate'),
      TEST_TEMPORAL_ADDRESS: inject('temporalAddress'),
    },
  });
  await new Promise((resolve) => child.once('exit', resolve));
  const { testResults } = JSON.parse(await readFile(report, 'utf8')) as Report;
  return testResults.flatMap(({ message, assertionResults }) => [
    ...(message === '' ? [] : [message]),
    ...assertionResults.flatMap(({ status, fullName }) => (status === 'failed' ? [fullName] : [])),
  ]);
};

test.each(Object.entries(mutants))('without %s a test fails', { timeout: 600_000 }, async (_name, mutant) => {
  const { path = '', find = '' } = mutant.source ?? {};
  expect(path && (await readFile(path, 'utf8'))).toContain(find);
  expect(await failuresOf(mutant)).toContainEqual(expect.stringContaining(mutant.test));
});
