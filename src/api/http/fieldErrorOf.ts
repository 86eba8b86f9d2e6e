import type { z } from 'zod';
import { fieldError, fieldErrorCodes, type FieldError } from '../../contract/problems/fieldErrors.ts';

type Issue = z.core.$ZodIssue;
type IssueOf<Code extends Issue['code']> = Extract<Issue, { code: Code }>;

const isOurs = (params: unknown): params is FieldError =>
  typeof params === 'object' && params !== null && 'code' in params && fieldErrorCodes.includes(params.code as never);

const ofType = ({ expected }: IssueOf<'invalid_type'>, isMissing: boolean): FieldError => {
  if (isMissing) return fieldError('field.required');
  if (expected === 'int') return fieldError('field.not_whole');
  return fieldError('field.wrong_type', { expected: expected === 'record' ? 'object' : expected });
};

const tooSmall = ({ origin, minimum }: IssueOf<'too_small'>): FieldError => {
  const least = Number(minimum);
  if (origin === 'string')
    return least === 1 ? fieldError('field.empty') : fieldError('field.too_short', { minimum: least });
  if (origin === 'array')
    return least === 1 ? fieldError('field.none_chosen') : fieldError('field.too_few', { minimum: least });
  return fieldError('field.too_small', { minimum: least });
};

const tooBig = ({ origin, maximum }: IssueOf<'too_big'>): FieldError => {
  const most = { maximum: Number(maximum) };
  if (origin === 'string') return fieldError('field.too_long', most);
  return origin === 'array' ? fieldError('field.too_many', most) : fieldError('field.too_large', most);
};

/** Of zod's own formats, those that requests use. A pattern of ours says its code itself, see `matching`. */
const formats = new Map<string, FieldError>([
  ['url', fieldError('url.malformed')],
  ['email', fieldError('email.malformed')],
  ['guid', fieldError('field.not_id')],
  ['uuid', fieldError('field.not_id')],
  ['date', fieldError('field.not_date', { examples: ['2026-01-31'] })],
  ['datetime', fieldError('field.not_date', { examples: ['2026-01-31T12:00:00Z'] })],
]);

const ofFormat = (issue: IssueOf<'invalid_format'>): FieldError =>
  issue.format === 'includes' && 'includes' in issue
    ? fieldError('field.lacks', { part: String(issue.includes) })
    : (formats.get(issue.format) ?? fieldError('field.invalid'));

/** Of several forms none fits: what is wrong with the first, or which dates would be right. */
const ofUnion = (issue: IssueOf<'invalid_union'>): FieldError => {
  // The field that says which form it is.
  if ('options' in issue && Array.isArray(issue.options))
    return fieldError('field.not_allowed', { allowed: issue.options.map(String) });
  const { errors } = issue;
  const found = errors.flatMap(([issue]) => (issue ? [fieldErrorOf(issue, false)] : []));
  const [first = fieldError('field.invalid')] = found;
  if (first.code !== 'field.not_date' || found.some(({ code }) => code !== first.code)) return first;
  return fieldError('field.not_date', {
    examples: found.flatMap(({ params }) => params['examples'] ?? []).map(String),
  });
};

/** Zod's issue by a code of ours, which stays when zod or its sentences change. @param isMissing nothing was sent there. */
export const fieldErrorOf = (issue: Issue, isMissing: boolean): FieldError => {
  switch (issue.code) {
    case 'invalid_type':
      return ofType(issue, isMissing);
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return ofFormat(issue);
    case 'invalid_value':
      return isMissing
        ? fieldError('field.required')
        : fieldError('field.not_allowed', { allowed: issue.values.map(String) });
    case 'unrecognized_keys':
      return fieldError('field.unknown', { expected: [] });
    case 'invalid_union':
      return isMissing ? fieldError('field.required') : ofUnion(issue);
    case 'custom':
      return isOurs(issue.params) ? issue.params : fieldError('field.invalid');
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return fieldError('field.invalid');
  }
};
