import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { addressOf, copyDatabase, dropCopy } from './copies.ts';

interface OwnDatabase {
  url: string;
  ownerUrl: string;
  drop(): Promise<void>;
}

/** Migrated, and empty: what workers do for all tenants, and what a test breaks, meets no rows of other tests. */
export const createOwnDatabase = async (): Promise<OwnDatabase> => {
  const name = `receptionist_own_${randomUUID()}`;
  const ownerUrl = inject('databaseOwnerUrl');
  await copyDatabase(ownerUrl, inject('databaseTemplate'), name);
  return {
    url: addressOf(inject('databaseUrl'), name),
    ownerUrl: addressOf(ownerUrl, name),
    drop: () => dropCopy(ownerUrl, name),
  };
};
