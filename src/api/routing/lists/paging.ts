import { z } from 'zod';
import { yesOrNo } from '../../http/fields.ts';

const wholeNumber = () => z.coerce.number().int();

export interface PageSizes {
  default: number;
  max: number;
}

/** Pages by number for people, by cursor for programs: a cursor neither skips nor repeats while rows keep coming. */
export const pageQuery = (sizes: PageSizes) => ({
  page: wholeNumber().min(1).max(1_000_000).default(1).describe('From 1; ignored where a cursor is given'),
  limit: wholeNumber().min(1).max(sizes.max).default(sizes.default).describe('Rows of a page'),
  cursor: z.string().max(2_000).optional().describe('`nextCursor` of the page before; it goes on in the same order'),
  include_total: yesOrNo
    .optional()
    .describe('Whether to count all that fit the filters: by default only where no cursor is given'),
});

/** `?sort=-startedAt`: a name from the list, descending with a minus. */
export const sortQuery = (names: readonly string[], usual: string) =>
  z
    .enum(names.flatMap((name) => [name, `-${name}`]))
    .optional()
    .describe(
      `Descending with a minus; \`${usual}\` by default. Rows without a value come where the least value would`,
    );

export const Pagination = z
  .object({
    page: z.int().nullable().describe('Null on pages reached by a cursor'),
    limit: z.int(),
    total: z.int().nullable().describe('All that fit the filters; null where they were not counted'),
    totalPages: z.int().nullable(),
    nextCursor: z.string().nullable().describe('Null on the last page'),
  })
  .meta({ id: 'Pagination' });
