import type { FilterQuery } from '@mikro-orm/postgresql';
import { z } from 'zod';

export const searchIn = (what: string) => z.string().trim().min(1).max(200).optional().describe(`Part of ${what}`);

/** Any of the fields has the text in it, whatever the case; wildcards are letters like all others. */
export const contains = <Entity>(fields: readonly (keyof Entity & string)[], text: string): FilterQuery<Entity> => {
  const $ilike = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return { $or: fields.map((field) => ({ [field]: { $ilike } })) } as FilterQuery<Entity>;
};
