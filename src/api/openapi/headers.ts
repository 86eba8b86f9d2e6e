import type { AnyRoute } from '../routing/route.ts';

type Contract = AnyRoute['contract'];

export const takesIdempotencyKey = ({ method, permission }: Contract): boolean =>
  method === 'post' && permission !== 'public';

/** On routes that can answer `resource.changed`: the client names what it has read. */
const takesIfMatch = ({ errors = [] }: Contract): boolean => errors.includes('resource.changed');

const header = (name: string, description: string, pattern: string, example: string) => ({
  name,
  in: 'header' as const,
  required: false,
  description,
  schema: { type: 'string' as const, pattern, examples: [example] },
});

/** What requests may say in their headers, by the name of the component. */
export const headerParameters = {
  IdempotencyKey: header(
    'Idempotency-Key',
    'A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with ' +
      '`Idempotent-Replayed: true`, and is not done twice.',
    '^[!-~]{1,255}$',
    '5d0f3c5e8a514e0f9d3b6c1a2f7e4b90',
  ),
  IfMatch: header(
    'If-Match',
    'The `ETag` of what you have read: nothing that another client has saved since is lost, the answer is ' +
      '`resource.changed` then. `*` asks only that there is something.',
    '^(\\*|(W/)?"[!#-~]*"(, ?(W/)?"[!#-~]*")*)$',
    '"5m2aXl0Qd1x9n8hVQy3w7A"',
  ),
};

/** References to those that a route honours. */
export const headerParametersOf = (contract: Contract): { $ref: string }[] => {
  const taken: [keyof typeof headerParameters, boolean][] = [
    ['IdempotencyKey', takesIdempotencyKey(contract)],
    ['IfMatch', takesIfMatch(contract)],
  ];
  return taken.flatMap(([name, isTaken]) => (isTaken ? [{ $ref: `#/components/parameters/${name}` }] : []));
};
