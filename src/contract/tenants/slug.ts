import { z } from 'zod';
import { because, matching } from '../problems/fieldErrors.ts';
import { plainText } from '../../domain/text/plainText.ts';

/** Names that our own addresses have, or may need one day. */
const reserved = new Set(
  'admin api app auth dashboard docs health help mail metrics operator status support system tenants test webhooks www'.split(
    ' ',
  ),
);
const maxLength = 63;

/** Stands in webhook URLs; fits a host name too (RFC 1123). */
export const Slug = matching(z.string().min(3).max(maxLength), /^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'slug.malformed').refine(
  (slug) => !reserved.has(slug),
  because('slug.reserved'),
);

/** `Plomberie L’Écuyer & Fils` is `plomberie-l-ecuyer-fils`. @returns undefined for a name that gives no slug. */
export const slugOf = (name: string): string | undefined => {
  const words = plainText(name).match(/[a-z0-9]+/g);
  const slug = (words ?? []).join('-').slice(0, maxLength).replace(/-$/, '');
  return Slug.safeParse(slug).data;
};
