import { MikroORM } from '@mikro-orm/postgresql';
import type { TestProject } from 'vitest/node';
import { mutantVariable, type Mutant } from './mutant.ts';

/** After the set-up of every test run: takes the guard away from this run's own database. */
export default async function mutateDatabase(project: TestProject): Promise<void> {
  const { sql } = JSON.parse(process.env[mutantVariable] ?? '{}') as Partial<Mutant>;
  if (sql === undefined) return;
  const clientUrl = project.getProvidedContext().databaseOwnerUrl;
  await using orm = await MikroORM.init({ clientUrl, entities: [], discovery: { warnWhenNoEntities: false } });
  await orm.em.execute(sql);
}
