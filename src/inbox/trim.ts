import type { WebhookEventRow } from './webhookEventRow.ts';

/** Together less than the 2 MB that Temporal takes in one payload: it keeps the row while PostgreSQL is away. */
const maxPayloadBytes = 1_000_000;
const maxEventsBytes = 700_000;

/** A body may grow sixfold when it is written as JSON again: what is smaller than this is not even measured. */
const neverTooLargeBytes = 100_000;

/** Tried one after another. The first lets the longest transcript through. */
const textLengths = [262_144, 65_536, 16_384, 4_096, 1_024, 256];
const listLengths = [1_000, 100, 10];

const maxNoted = 20;

const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** Makes a copy in which some values are replaced. @param replace returns the value itself to keep it. */
const mapped = (value: unknown, path: string, replace: (value: unknown, path: string) => unknown): unknown => {
  const kept = replace(value, path);
  if (kept === null || typeof kept !== 'object') return kept;
  if (Array.isArray(kept)) return kept.map((item, index) => mapped(item, `${path}[${index}]`, replace));
  const inner = Object.entries(kept).map(([name, item]) => [
    name,
    mapped(item, path ? `${path}.${name}` : name, replace),
  ]);
  return Object.fromEntries(inner);
};

const nameIn = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

type Cut = (value: unknown, path: string) => unknown;

const withoutField =
  (field: string): Cut =>
  (value, path) =>
    nameIn(path) === field ? null : value;

const withShortTexts =
  (length: number): Cut =>
  (value) =>
    typeof value === 'string' && value.length > length ? `${value.slice(0, length).toWellFormed()}…` : value;

const withShortLists =
  (length: number): Cut =>
  (value) => {
    if (Array.isArray(value)) return value.length > length ? value.slice(0, length) : value;
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value);
    return entries.length > length ? Object.fromEntries(entries.slice(0, length)) : value;
  };

interface Trimmed<Value> {
  value: Value;
  /** Paths of what is shorter than it was, or gone. */
  cut: string[];
}

/** The same value, made smaller step by step until its JSON fits. */
const trimmed = <Value>(value: Value, maxBytes: number, steps: readonly Cut[]): Trimmed<Value> => {
  const cut = new Set<string>();
  let rest: unknown = value;
  for (const step of steps) {
    if (sizeOf(rest) <= maxBytes) break;
    rest = mapped(rest, '', (inner, path) => {
      const kept = step(inner, path);
      if (kept !== inner) cut.add(path);
      return kept;
    });
  }
  return { value: rest as Value, cut: [...cut] };
};

const shortening = [...textLengths.map(withShortTexts), ...listLengths.map(withShortLists)];

/**
 * The row such as PostgreSQL and Temporal take it. What is too large loses the expendable fields, then the ends of its longest
 * texts and lists; its payload names what was cut under `_cut`.
 * @param bodyBytes as it came in.
 * @param expendable names of fields that repeat what others say, the least missed first.
 */
export const fitting = (row: WebhookEventRow, bodyBytes: number, expendable: readonly string[]): WebhookEventRow => {
  if (bodyBytes <= neverTooLargeBytes) return row;
  const events = trimmed(row.events, maxEventsBytes, shortening);
  const payload = trimmed(row.payload, maxPayloadBytes, [...expendable.map(withoutField), ...shortening]);
  const { length } = [...events.cut, ...payload.cut];
  if (length === 0) return row;
  return { ...row, events: events.value, payload: { ...payload.value, _cut: payload.cut.slice(0, maxNoted) } };
};
