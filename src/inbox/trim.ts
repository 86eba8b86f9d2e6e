import type { AssistantReport, CallObservation } from '../domain/calls/observation.ts';
import type { WebhookEventRow } from './webhookEventRow.ts';

/** With the events less than the 2 MB that Temporal takes in one payload: it keeps the row while PostgreSQL is away. */
const maxPayloadBytes = 1_000_000;

/** Of what people said; the rest of an event is short. */
const maxTranscriptBytes = 400_000;
const maxDataBytes = 300_000;
const maxTextBytes = 32_000;

/** A body may grow sixfold when it is written as JSON again: what is smaller than this is not even measured. */
const neverTooLargeBytes = 100_000;

/** How long texts and lists may be, tried one after another. */
const shapes = [
  { text: 262_144, list: 100_000 },
  { text: 65_536, list: 10_000 },
  { text: 16_384, list: 1_000 },
  { text: 4_096, list: 300 },
  { text: 1_024, list: 100 },
  { text: 256, list: 10 },
  { text: 64, list: 3 },
];

const maxCutPaths = 20;

const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

type Cut = (value: unknown, name: string | number) => unknown;

/** Copies only what changes. @param path of the value, and of each value that was cut in `cutPaths`. */
const applied = (cut: Cut, value: unknown, path: (string | number)[], cutPaths: Set<string>): unknown => {
  const kept = cut(value, path.at(-1) ?? '');
  if (kept !== value && cutPaths.size < maxCutPaths) cutPaths.add(path.join('.'));
  if (kept === null || typeof kept !== 'object') return kept;
  const inner = kept as Record<string | number, unknown>;
  let copy: typeof inner | undefined;
  for (const name of Array.isArray(kept) ? kept.keys() : Object.keys(kept)) {
    path.push(name);
    const smaller = applied(cut, inner[name], path, cutPaths);
    path.pop();
    if (smaller === inner[name]) continue;
    copy ??= (Array.isArray(kept) ? [...kept] : { ...kept }) as typeof inner;
    copy[name] = smaller;
  }
  return copy ?? kept;
};

const withoutField =
  (field: string): Cut =>
  (value, name) =>
    name === field ? null : value;

const shortened = (text: string, length: number): string => `${text.slice(0, length).toWellFormed()}…`;

const inShape =
  ({ text, list }: (typeof shapes)[number]): Cut =>
  (value) => {
    if (typeof value === 'string') return value.length > text ? shortened(value, text) : value;
    if (Array.isArray(value)) return value.length > list ? value.slice(0, list) : value;
    if (value === null || typeof value !== 'object') return value;
    const names = Object.keys(value);
    if (names.length <= list && names.every((name) => name.length <= text)) return value;
    const entries = Object.entries(value).filter(([name]) => name.length <= text);
    return Object.fromEntries(entries.slice(0, list));
  };

const toShapes = shapes.map(inShape);

/** The same fields, made smaller step by step until their JSON fits. @param cutPaths gets the paths of what was cut. */
const trimmed = (
  fields: Record<string, unknown>,
  maxBytes: number,
  cuts: readonly Cut[],
  cutPaths: Set<string>,
): Record<string, unknown> => {
  let rest: unknown = fields;
  for (const cut of cuts) {
    if (sizeOf(rest) <= maxBytes) return rest as Record<string, unknown>;
    rest = applied(cut, rest, [], cutPaths);
  }
  return sizeOf(rest) <= maxBytes ? (rest as Record<string, unknown>) : {};
};

const textWithin = (text: string, maxBytes: number, name: string, cutPaths: Set<string>): string => {
  const bytes = sizeOf(text);
  if (bytes <= maxBytes) return text;
  cutPaths.add(name);
  let length = maxBytes;
  let short = shortened(text, length);
  for (; sizeOf(short) > maxBytes; short = shortened(text, length)) length = Math.floor(length * 0.8);
  return short;
};

const trimmedReport = (report: AssistantReport, cutPaths: Set<string>): AssistantReport => {
  const { transcript, summary, structuredData, successEvaluation } = report;
  const text = (name: string, value: string | undefined, maxBytes: number) =>
    value !== undefined && { [name]: textWithin(value, maxBytes, `report.${name}`, cutPaths) };
  const cuts = new Set<string>();
  const data = structuredData && { structuredData: trimmed(structuredData, maxDataBytes, toShapes, cuts) };
  for (const path of cuts) cutPaths.add(`report.structuredData.${path}`);
  return {
    ...report,
    endedReason: textWithin(report.endedReason, maxTextBytes, 'report.endedReason', cutPaths),
    ...text('transcript', transcript, maxTranscriptBytes),
    ...text('summary', summary, maxTextBytes),
    ...text('successEvaluation', successEvaluation, maxTextBytes),
    ...data,
  };
};

const trimmedEvent = (event: CallObservation, cutPaths: Set<string>): CallObservation => {
  switch (event.type) {
    case 'report':
      return { ...event, report: trimmedReport(event.report, cutPaths) };
    case 'transcript':
      return { ...event, text: textWithin(event.text, maxTranscriptBytes, 'transcript', cutPaths) };
    case 'status':
    case 'leg':
    case 'recording':
    case 'machine':
    case 'cost':
      return event;
  }
};

/**
 * The row such as PostgreSQL and Temporal take it. A payload that is too large loses the expendable fields, then the ends of
 * its longest texts and lists; what people said in its events is cut, too. `_cut` in the payload names what is not whole.
 * @param bodyBytes as it came in.
 * @param expendable names of fields that repeat what others say, the least missed first.
 */
export const fitting = (row: WebhookEventRow, bodyBytes: number, expendable: readonly string[]): WebhookEventRow => {
  if (bodyBytes <= neverTooLargeBytes) return row;
  const cutPaths = new Set<string>();
  const events = row.events.map((event) => trimmedEvent(event, cutPaths));
  const cuts = [...expendable.map(withoutField), ...toShapes];
  const payload = trimmed(row.payload, maxPayloadBytes, cuts, cutPaths);
  if (cutPaths.size === 0) return row;
  return { ...row, events, payload: { ...payload, _cut: [...cutPaths].slice(0, 2 * maxCutPaths) } };
};
