import type { EntityManager } from '@mikro-orm/postgresql';
import type { TenantId } from '../../domain/ids.ts';
import { isCarrier, type Carrier, type ProviderName } from '../../domain/providers.ts';
import { seal, unseal, type KeyRing } from '../core/sealing.ts';
import { numbersOf, saveNumbers, type NumberChanges, type WhereTaken } from '../numbers/phoneNumbers.ts';
import { Integration } from './integration.ts';

const contextOf = (tenantId: TenantId, kind: ProviderName): string => `${tenantId}/${kind}`;

/** An integration's settings as they are sealed. A carrier's held its phone numbers too, before these had a table of their own. */
interface SealedSettings {
  phoneNumbers?: string[];
}

/** The settings without a carrier's phone numbers, which have a table of their own: `findIntegration` adds them. */
export const unsealIntegration = (keys: KeyRing, { tenantId, kind, sealedSettings }: Integration): SealedSettings =>
  JSON.parse(unseal(keys, sealedSettings, contextOf(tenantId, kind))) as SealedSettings;

/**
 * The settings of the tenant's account with a provider, as they were saved; their type follows from the kind.
 * @param em the tenant's.
 * @returns undefined where the tenant has no account there.
 */
export const findIntegration = async (em: EntityManager, keys: KeyRing, kind: ProviderName): Promise<unknown> => {
  const integration = await em.findOne(Integration, { kind });
  if (!integration) return undefined;
  const settings = unsealIntegration(keys, integration);
  // Those that are still sealed are moved by `moveNumbers`.
  if (!isCarrier(kind) || settings.phoneNumbers) return settings;
  return { ...settings, phoneNumbers: await numbersOf(em, integration.tenantId, kind) };
};

/**
 * Creates or replaces; the caller flushes. `em` must be the tenant's.
 * @param whereTaken what becomes of a phone number that is active elsewhere.
 * @returns which phone numbers came and went.
 * @throws AppError `number.taken`.
 */
export const saveIntegration = async (
  em: EntityManager,
  keys: KeyRing,
  tenantId: TenantId,
  kind: ProviderName,
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
  const { phoneNumbers, ...rest } = unsealIntegration(keys, integration);
  if (!phoneNumbers) return 0;
  const { tenantId, kind } = integration;
  await saveNumbers(em, tenantId, carrier, phoneNumbers, 'contested');
  integration.sealedSettings = seal(keys, JSON.stringify(rest), contextOf(tenantId, kind));
  await em.flush();
  return phoneNumbers.length;
};
