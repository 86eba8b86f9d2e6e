import { randomInt } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import { systemEm } from '../../src/db/core/tenancy.ts';
import { PhoneNumber } from '../../src/db/entities.ts';

/** Takes the numbers from the tenants of earlier tests. */
export const releaseNumbers = async (orm: MikroORM, ...numbers: string[]): Promise<void> => {
  await systemEm(orm).nativeUpdate(PhoneNumber, { number: { $in: numbers } }, { status: 'released' });
};

/** E.164, of a tenant that has just been made: two hardly ever get the same. */
export const randomNumber = (): string => `+1438${randomInt(2_000_000, 9_999_999)}`;
