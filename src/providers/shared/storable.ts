import { isFields, type Fields } from './body.ts';

const secretName =
  /secret(?!ar)|password|passphrase|authorization|cookie|^token$|(auth|access|refresh|bearer|api|call)[-_]?token|(api|access|private|signing)[-_]?key|credentials$|^(?:control|listen)url$/i;

/** A server's own headers are where people put what their server asks for. */
const isSecret = (name: string, parent: string): boolean =>
  secretName.test(name) || (name === 'headers' && parent === 'server');

/** Deeper than any vendor's document, far from what the stack bears. */
const maxDepth = 64;

/** PostgreSQL's jsonb takes neither NUL nor half a surrogate pair. */
const cleanText = (text: string): string => text.replaceAll('\0', '').toWellFormed();

const clean = (value: unknown, parent: string, depth: number): unknown => {
  if (typeof value === 'string') return cleanText(value);
  if (depth === maxDepth) return null;
  if (Array.isArray(value)) return value.map((item) => clean(item, parent, depth + 1));
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !isSecret(name, parent))
      .map(([name, inner]) => [cleanText(name), clean(inner, name, depth + 1)]),
  );
};

/** A copy that may be kept: no secrets, nothing that the database refuses. */
export const storable = (fields: Fields): Fields => clean(fields, '', 0) as Fields;
