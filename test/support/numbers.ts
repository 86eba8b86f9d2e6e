import type { MikroORM } from '@mikro-orm/postgresql';
import { systemEm } from '../../src/db/core/tenancy.ts';
import { PhoneNumber } from '../../src/db/entities.ts';

/** Takes the numbers from the tenants of earlier tests. */
export const releaseNumbers = async (orm: MikroORM, ...numbers: string[]): Promise<void> => {
  await systemEm(orm).nativeUpdate(PhoneNumber, { number: { $in: numbers } }, { status: 'released' });
};
