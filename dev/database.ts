import { MikroORM } from '@mikro-orm/postgresql';
import { StartFailure } from './failure.ts';

const connectedTo = async (url: string, work: (orm: MikroORM) => Promise<unknown>): Promise<void> => {
  await using orm = await MikroORM.init({ clientUrl: url, entities: [], discovery: { warnWhenNoEntities: false } });
  await work(orm);
};

/** Creates the database that the owner's address names, unless it is there. */
export const createDatabase = (ownerUrl: string): Promise<void> =>
  connectedTo(ownerUrl, (orm) => orm.schema.ensureDatabase());

/** @throws StartFailure when an existing database does not let us in. */
export const assertReachable = async (url: string): Promise<void> => {
  try {
    await connectedTo(url, (orm) => orm.em.execute('select 1'));
  } catch (error) {
    const { host, pathname } = new URL(url);
    const { code, message } = error as Error & { code?: string };
    throw new StartFailure(`The database ${host}${pathname} does not let us in: ${message || code}.`);
  }
};
