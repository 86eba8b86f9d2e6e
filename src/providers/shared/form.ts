import { parse, unescape } from 'node:querystring';
import type { InboundWebhook } from '../provider.ts';

/** Without a prototype: `constructor` is a field like any other. A repeated name is an array. */
export type Form = NodeJS.Dict<string | string[]>;

const percent = '%'.charCodeAt(0);
const escaped = /%[0-9a-f]{2}/i;

/** The character that `%2B` encodes; undefined if the byte is a part of a longer character, or encodes none. */
const asciiAt = (text: string, at: number): string | undefined => {
  const code = Number.parseInt(text.slice(at + 1, at + 3), 16);
  return code < 0x80 ? String.fromCharCode(code) : undefined;
};

/** A phone number's plus is by far the most frequent: it saves a walk through the whole text. */
const decodeLeading = (text: string): string | undefined => {
  if (text.charCodeAt(0) !== percent || text.includes('%', 1) || !escaped.test(text.slice(0, 3))) return undefined;
  const first = asciiAt(text, 0);
  return first === undefined ? undefined : first + text.slice(3);
};

const decode = (text: string): string => {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  if (!spaced.includes('%')) return spaced;
  return decodeLeading(spaced) ?? (escaped.test(spaced) ? unescape(spaced) : spaced);
};

const add = (form: Form, name: string, value: string): void => {
  const known = form[name];
  if (known === undefined) form[name] = value;
  else if (typeof known === 'string') form[name] = [known, value];
  else known.push(value);
};

/** The end where there is none. */
const position = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at;
};

// oxlint-disable-next-line no-control-regex
const beyondAscii = /[^\0-\x7f]/;

/**
 * As `node:querystring` decodes it, and faster where all is ASCII, as in what carriers send: once and never trimmed.
 * Broken percent encoding or UTF-8 never throws.
 */
export const decodeForm = (text: string): Form => {
  if (beyondAscii.test(text)) return parse(text, '&', '=', { maxKeys: 0 });
  const form = Object.create(null) as Form;
  // The next one at or after `start`; not looked for again while it lies ahead, or a body without any would cost its square.
  let equals = position(text, '=', 0);
  for (let start = 0; start < text.length;) {
    const end = position(text, '&', start);
    if (equals < start) equals = position(text, '=', start);
    if (end > start) {
      const nameEnd = Math.min(equals, end);
      add(form, decode(text.slice(start, nameEnd)), decode(text.slice(nameEnd + 1, end)));
    }
    start = end + 1;
  }
  return form;
};

let latest: { rawBody: Buffer; form: Form } | undefined;

/** The body's form, decoded once for verifying and, right after that, for understanding it: not to be changed. */
export const formOf = ({ rawBody }: InboundWebhook): Readonly<Form> => {
  if (latest?.rawBody !== rawBody) latest = { rawBody, form: decodeForm(rawBody.toString('utf8')) };
  return latest.form;
};
