import type { Client } from '@temporalio/client';
import { searchAttributeTypes } from '../temporal/searchAttributes.ts';

/** Numbers of `temporal.api.enums.v1.IndexedValueType`. */
const indexedTypes = { Keyword: 2, Bool: 5 };

const findMissing = async ({ connection, options }: Client): Promise<[string, 'Keyword' | 'Bool'][]> => {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: options.namespace });
  return Object.entries(searchAttributeTypes).filter(([name]) => !(name in customAttributes));
};

/** Registers our search attributes; a server that has them is left alone. */
export const registerSearchAttributes = async (client: Client): Promise<void> => {
  const missing = await findMissing(client);
  if (missing.length === 0) return;
  try {
    await client.connection.operatorService.addSearchAttributes({
      namespace: client.options.namespace,
      searchAttributes: Object.fromEntries(missing.map(([name, type]) => [name, indexedTypes[type]])),
    });
  } catch (error) {
    // Another worker may have been faster.
    if ((await findMissing(client)).length > 0) throw error;
  }
};
