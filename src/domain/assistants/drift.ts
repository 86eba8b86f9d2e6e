/** A field that the vendor has otherwise than we want it. Values as JSON; secrets are masked. */
export interface DriftedField {
  /** `voice.voiceId`; of a tool, with its name before: `take_message: server.url`. */
  field: string;
  ours: unknown;
  /** Null where the vendor has nothing. */
  theirs: unknown;
}

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const masked = '****';

/** Keys in code-unit order, so that equal values are equal text. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    isFields(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
  ) ?? 'undefined';

/** Lists of ids and words, in whatever order. */
const isSameList = (ours: unknown[], theirs: unknown): boolean =>
  Array.isArray(theirs) &&
  ours.length === theirs.length &&
  canonical(ours.map(canonical).toSorted()) === canonical(theirs.map(canonical).toSorted());

/** Whether the vendor's value has all of ours: it adds fields of its own everywhere. */
const contains = (ours: unknown, theirs: unknown): boolean => {
  if (isFields(ours))
    return isFields(theirs) && Object.entries(ours).every(([key, value]) => contains(value, theirs[key]));
  if (!Array.isArray(ours)) return canonical(ours) === canonical(theirs);
  if (isSameList(ours, theirs)) return true;
  return Array.isArray(theirs) && ours.length === theirs.length && ours.every((one, at) => contains(one, theirs[at]));
};

/**
 * Fields of ours that the vendor has otherwise, or lacks. What it has besides is its own.
 * @param secretFields names whose values are not shown.
 */
export const driftOf = (ours: Fields, theirs: unknown, secretFields: readonly string[], path = ''): DriftedField[] =>
  Object.entries(ours).flatMap(([name, value]) => {
    const field = path === '' ? name : `${path}.${name}`;
    const found = isFields(theirs) ? theirs[name] : undefined;
    if (isFields(value)) return driftOf(value, found, secretFields, field);
    if (contains(value, found)) return [];
    if (secretFields.includes(name.toLowerCase()))
      return [{ field, ours: masked, theirs: found === undefined ? null : masked }];
    return [{ field, ours: value, theirs: found ?? null }];
  });
