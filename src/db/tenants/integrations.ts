import type { EntityManager } from '@mikro-orm/postgresql';
import type { TenantId } from '../../domain/ids.ts';
import { isCarrier, type Carrier } from '../../domain/providers.ts';
import { seal, unseal, type KeyRing } from '../core/sealing.ts';
import { numbersOf, saveNumbers, type NumberChanges, type WhereTaken } from '../numbers/phoneNumbers.ts';
import { Integration, type IntegrationKind } from './integration.ts';

const contextOf = (tenantId: TenantId, kind: IntegrationKind): string => `${tenantId}/${kind}`;

/** As they are sealed. Before phone numbers had a table of their own a carrier's settings had them, too. */
interface SealedSettings {
  phoneNumbers?: string[];
}

/** What is sealed; the caller knows its type by the kind. A carrier's numbers are elsewhere: see `readSettings`. */
export const openSettings = (keys: KeyRing, { tenantId, kind, sealedSettings }: Integration): SealedSettings =>
  JSON.parse(unseal(keys, sealedSettings, contextOf(tenantId, kind))) as SealedSettings;

/** The settings as they were saved. `em` must be the tenant's. */
export const readSettings = async (em: EntityManager, keys: KeyRing, integration: Integration): Promise<unknown> => {
  const settings = openSettings(keys, integration);
  const { tenantId, kind } = integration;
  // Those that are still sealed are moved by `moveNumbers`.
  if (!isCarrier(kind) || settings.phoneNumbers) return settings;
  return { ...settings, phoneNumbers: await numbersOf(em, tenantId, kind) };
};

/**
 * Creates or replaces; the caller flushes. `em` must be the tenant's.
 * @param whereTaken what becomes of a phone number that is active elsewhere.
 * @returns which phone numbers came and went.
 * @throws AppError `number.taken`.
 */
export const saveSettings = async (
  em: EntityManager,
  keys: KeyRing,
  tenantId: TenantId,
  kind: IntegrationKind,
  settings: object,
  whereTaken: WhereTaken = 'refused',
): Promise<NumberChanges> => {
  const { phoneNumbers = [], ...sealed } = settings as SealedSettings;
  const existing = await em.findOne(Integration, { tenantId, kind });
  if (existing && isCarrier(kind)) await moveNumbersOf(em, keys, existing, kind);
  const sealedSettings = seal(keys, JSON.stringify(sealed), contextOf(tenantId, kind));
  if (existing) existing.sealedSettings = sealedSettings;
  else em.persist(em.create(Integration, { tenantId, kind, sealedSettings }));
  return isCarrier(kind) ? saveNumbers(em, tenantId, kind, phoneNumbers, whereTaken) : { added: [], removed: [] };
};

/**
 * Moves the numbers that a carrier's settings still have into their table, all of them: one that is active elsewhere is kept
 * as contested. @returns how many.
 */
export const moveNumbersOf = async (
  em: EntityManager,
  keys: KeyRing,
  integration: Integration,
  carrier: Carrier,
): Promise<number> => {
  const { phoneNumbers, ...rest } = openSettings(keys, integration);
  if (!phoneNumbers) return 0;
  const { tenantId, kind } = integration;
  await saveNumbers(em, tenantId, carrier, phoneNumbers, 'contested');
  integration.sealedSettings = seal(keys, JSON.stringify(rest), contextOf(tenantId, kind));
  await em.flush();
  return phoneNumbers.length;
};
