/** zod's patterns for these repeat what the format says, at length. */
const selfExplaining = new Set(['date-time', 'date', 'uuid', 'email', 'uri']);

/** zod's names for what a pattern says already; JSON Schema knows no such formats. */
const zodOnly = new Set(['regex', 'includes', 'starts_with', 'ends_with', 'lowercase', 'uppercase']);

/** Takes out what is the same in every schema, and so of no use to a reader. */
export const tidy = ({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void => {
  if (selfExplaining.has(String(jsonSchema['format']))) delete jsonSchema['pattern'];
  if (zodOnly.has(String(jsonSchema['format']))) delete jsonSchema['format'];
  if (jsonSchema['minimum'] === Number.MIN_SAFE_INTEGER) delete jsonSchema['minimum'];
  if (jsonSchema['maximum'] === Number.MAX_SAFE_INTEGER) delete jsonSchema['maximum'];
};
