import type { EraseCalls } from '../core/holding.ts';
import { holdings } from './registry.ts';

const arrayLiteral = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`;

/** From every table of the registry, in its order. */
export const eraseCalls: EraseCalls = async (em, tenantId, callIds) => {
  for (const [table, { erasure }] of Object.entries(holdings)) {
    if ('none' in erasure) continue;
    await em.execute(`delete from ${table} where tenant_id = ? and ${erasure.ofCalls}`, [
      tenantId,
      arrayLiteral(callIds),
    ]);
  }
};
