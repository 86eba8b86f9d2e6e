import { MikroORM } from '@mikro-orm/postgresql';

/** @returns the address of another database of the same server. */
export const addressOf = (url: string, database: string): string =>
  Object.assign(new URL(url), { pathname: `/${database}` }).href;

/** On the server, beside the database that `ownerUrl` names. */
const onServer = async (ownerUrl: string, sql: string): Promise<void> => {
  const clientUrl = addressOf(ownerUrl, 'postgres');
  await using orm = await MikroORM.init({ clientUrl, entities: [], discovery: { warnWhenNoEntities: false } });
  await orm.em.execute(sql);
};

/** Costs a fraction of all migrations. @param template to which nothing is connected. */
export const copyDatabase = (ownerUrl: string, template: string, name: string): Promise<void> =>
  onServer(ownerUrl, `create database "${name}" template "${template}"`);

/** Whatever is still connected to it. */
export const dropCopy = (ownerUrl: string, name: string): Promise<void> =>
  onServer(ownerUrl, `drop database if exists "${name}" with (force)`);
