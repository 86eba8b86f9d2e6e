import { z } from 'zod';
import { withoutEdges } from '../../domain/text/pasted.ts';
import { invalidField } from '../http/input.ts';

/** Settings as JSON; a secret's path is dotted: `hmac.secret`. */
type Settings = Record<string, unknown>;

const isObject = (value: unknown): value is Settings =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const at = (settings: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), settings);

/** A copy in which the value at the path, if it is there, is another. */
const change = (
  settings: Settings,
  [key = '', ...rest]: readonly string[],
  to: (value: string) => string,
): Settings => {
  const value = settings[key];
  if (rest.length > 0) return isObject(value) ? { ...settings, [key]: change(value, rest, to) } : settings;
  return typeof value === 'string' ? { ...settings, [key]: to(value) } : settings;
};

const cover = '****';

/** The last four characters, where enough others stay hidden. */
export const mask = (secret: string): string =>
  secret.length < 12 ? cover : cover + Array.from(secret).slice(-4).join('');

/** What the tenant may see of its own settings. */
export const maskSecrets = (settings: Settings, secretFields: readonly string[]): Settings =>
  secretFields.reduce((masked, field) => change(masked, field.split('.'), mask), settings);

/** For the audit log. Two secrets may look the same under their masks, so those that were replaced are named. */
export const maskChange = (before: Settings | null, after: Settings, secretFields: readonly string[]) => {
  const replaced = secretFields.filter((field) => at(before, field.split('.')) !== at(after, field.split('.')));
  return {
    ...(before && { before: maskSecrets(before, secretFields) }),
    after: { ...maskSecrets(after, secretFields), ...(before && replaced.length > 0 && { replacedSecrets: replaced }) },
  };
};

/** @param before what is stored. @throws AppError `request.invalid` for a mask that hides something else. */
export const unmask = (value: string, before: unknown, path: string): string => {
  const sent = withoutEdges(value);
  if (!sent.startsWith(cover)) return value;
  if (typeof before === 'string' && sent === mask(before)) return before;
  throw invalidField(path, 'secret.masked');
};

/**
 * Puts the stored secret where the client sent back the masked one.
 * @throws AppError `request.invalid` for a masked value that hides something else: it must never be stored as a secret.
 */
export const keepSecrets = (settings: Settings, stored: unknown, secretFields: readonly string[]): Settings =>
  secretFields.reduce((kept, field) => {
    const path = field.split('.');
    const before = at(stored, path);
    return change(kept, path, (value) => unmask(value, before, `body.${field}`));
  }, settings);

export const Masked = z
  .string()
  .describe('Only its last four characters are shown')
  .meta({ examples: ['****1a2b'] });
const Replaceable = z
  .string()
  .describe('A new value, or the masked one as it was shown, to keep what is stored')
  .meta({ format: 'password' });

/** The same object with another schema for each secret; nested ones too. */
const replaceSecrets = (schema: z.ZodObject, paths: readonly string[][], by: z.ZodType): z.ZodObject => {
  const shape = Object.entries(schema.shape).map(([key, field]): [string, z.ZodType] => {
    const own = paths.filter(([head]) => head === key).map(([, ...rest]) => rest);
    if (own.length === 0 || !(field instanceof z.ZodType)) return [key, field as z.ZodType];
    const isOptional = field instanceof z.ZodOptional || field instanceof z.ZodExactOptional;
    const inner = isOptional ? field.unwrap() : field;
    const replaced =
      inner instanceof z.ZodObject && own.every((rest) => rest.length > 0) ? replaceSecrets(inner, own, by) : by;
    return [key, isOptional ? replaced.optional() : replaced];
  });
  return z.object(Object.fromEntries(shape));
};

/** The schemas of one kind of settings at the border: as they are shown, and as they may come in. */
export const settingsSchemas = (schema: z.ZodType, secretFields: readonly string[], id: string) => {
  if (!(schema instanceof z.ZodObject)) throw new Error(`the settings of ${id} must be one object schema`);
  const paths = secretFields.map((field) => field.split('.'));
  return {
    shown: replaceSecrets(schema, paths, Masked).meta({ id }),
    accepted: replaceSecrets(schema, paths, Replaceable).meta({ id: `${id}Update` }),
  };
};
