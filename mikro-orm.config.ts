import { ormOptions } from './src/db/options.ts';

/** For the MikroORM CLI only: `npx mikro-orm migration:create`. */
export default ormOptions(
  process.env['DATABASE_OWNER_URL'] ?? process.env['DATABASE_URL'] ?? 'postgresql://localhost:5432/postgres',
);
