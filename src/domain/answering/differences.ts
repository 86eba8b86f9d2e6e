/** One place in which two versions of a plan differ. */
export interface Difference {
  /** Dotted: `steps.menu.choices.1`, `hours.monday.0.from`. A special day goes by its date. */
  path: string;
  /** Absent where there was nothing. */
  before?: unknown;
  /** Absent where there is nothing any more. */
  after?: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isList = (value: unknown): value is readonly Fields[] => Array.isArray(value) && value.every(isObject);

const keyOf = (item: Fields, index: number): string =>
  typeof item['date'] === 'string' ? item['date'] : String(index);

/** What can be compared part by part: objects, and lists of them. Words in a list are compared as a whole. */
const partsOf = (value: unknown): Fields | undefined => {
  if (isList(value)) return Object.fromEntries(value.map((item, index) => [keyOf(item, index), item]));
  return isObject(value) && !Array.isArray(value) ? value : undefined;
};

const isSame = (before: unknown, after: unknown): boolean =>
  before === after || (Array.isArray(before) && JSON.stringify(before) === JSON.stringify(after));

const difference = (path: string, before: unknown, after: unknown): Difference => ({
  path,
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});

const walk = (path: string, before: unknown, after: unknown): Difference[] => {
  const [former, latter] = [partsOf(before), partsOf(after)];
  if (!former || !latter) return isSame(before, after) ? [] : [difference(path, before, after)];
  const keys = [...new Set([...Object.keys(former), ...Object.keys(latter)])];
  return keys.flatMap((key) => walk(path === '' ? key : `${path}.${key}`, former[key], latter[key]));
};

/** Where two plans differ, each place once, at the smallest part that both have. */
export const differencesOf = (before: object, after: object): Difference[] => walk('', before, after);
