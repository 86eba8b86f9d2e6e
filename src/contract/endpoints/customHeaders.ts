import { z } from 'zod';
import { because, matching } from '../problems/fieldErrors.ts';
import { withoutEdges } from '../../domain/text/pasted.ts';

const mostHeaders = 20;

/** Ours, those that frame the message, and those that only concern one hop. */
const reserved =
  /^((webhook|content|proxy|sec)-.*|accept-encoding|connection|date|expect|host|keep-alive|te|trailer|transfer-encoding|upgrade|user-agent)$/i;

/** Whether deliveries set or forbid it, whatever an endpoint asks for. */
export const isReservedHeader = (name: string): boolean => reserved.test(name);

/** @see RFC 9110, "Tokens" */
const HeaderName = matching(
  z.string().min(1).max(100),
  /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/,
  'header.malformed_name',
).refine((name) => !isReservedHeader(name), because('header.reserved'));

const HeaderValue = matching(
  z.string().overwrite(withoutEdges).min(1).max(1024),
  /^[\x21-\x7E]([\x20-\x7E]*[\x21-\x7E])?$/,
  'header.malformed_value',
);

/** Headers that an endpoint wants on each delivery, such as `Authorization`. Not for workflows: zod stays out of their bundle. */
export const CustomHeaders = z
  .record(HeaderName, HeaderValue)
  .refine((headers) => Object.keys(headers).length <= mostHeaders, because('field.too_many', { maximum: mostHeaders }))
  .refine(
    (headers) => new Set(Object.keys(headers).map((name) => name.toLowerCase())).size === Object.keys(headers).length,
    because('header.repeated'),
  )
  .meta({ maxProperties: mostHeaders })
  .describe('Sent with each delivery. Signature, content type, user agent and the like cannot be set');

export type CustomHeaders = z.infer<typeof CustomHeaders>;
