import type { Place, Position, Return } from '../../domain/answering/position.ts';
import { sidOf, textOf } from '../shared/body.ts';
import type { Form } from '../shared/form.ts';
import { steps } from './kind.ts';

type Query = Record<string, string | undefined>;

/** A number of two digits at most; 0 for anything else. */
const countIn = (value: unknown): number => {
  const text = textOf(value);
  return text !== undefined && /^\d{1,2}$/.test(text) ? Number(text) : 0;
};

const wordIn = (value: unknown): string | undefined => {
  const text = textOf(value);
  return text !== undefined && /^[\w.-]{1,64}$/.test(text) ? text : undefined;
};

const positionIn = ({ at, rung, turn, hops, consent }: Form): Position | undefined => {
  const step = wordIn(at);
  return step === undefined
    ? undefined
    : { step, rung: countIn(rung), turn: countIn(turn), hops: countIn(hops), consent: textOf(consent) === 'yes' };
};

/** What the query of one of our own URLs says; undefined where it is none. */
export const placeIn = (query: Form): Place | undefined => {
  const mark = wordIn(query['step']);
  if (mark === undefined) return undefined;
  const [version, position, callId] = [wordIn(query['plan']), positionIn(query), sidOf(query['call'])];
  return {
    mark,
    ...(version !== undefined && { version }),
    ...(position && { position }),
    ...(callId !== undefined && { callId }),
  };
};

/** Carriers sign the URL as they were given it: nothing in it may need another spelling. */
const urlOf = (webhookUrl: string, query: Query): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `${webhookUrl}?${new URLSearchParams(given).toString()}`;
};

/** What is 0 goes without saying. */
const count = (value: number): string | undefined => (value === 0 ? undefined : String(value));

const positionQuery = ({ step, rung, turn, hops, consent }: Position): Query => ({
  at: step,
  rung: count(rung),
  turn: count(turn),
  hops: count(hops),
  consent: consent ? 'yes' : undefined,
});

/** Writes the URLs of one answer: they keep the call on the plan that it began with. */
export const createUrls = (webhookUrl: string, version: string) => ({
  back: ({ mark, position }: Return): string =>
    urlOf(webhookUrl, { step: mark, plan: version, ...(position && positionQuery(position)) }),
  /** On the leg of the person who is called: it does not name the call that it belongs to at every carrier. */
  screening: (step: 'screen' | 'screened', position: Position | undefined, callId: string | undefined): string =>
    urlOf(webhookUrl, { step: steps[step], plan: version, ...(position && positionQuery(position)), call: callId }),
  recorded: (step: 'voicemailRecorded' | 'callRecorded'): string => urlOf(webhookUrl, { step: steps[step] }),
});
export type Urls = ReturnType<typeof createUrls>;

/** Where a call that is in progress is sent to go on at a step of its plan. */
export const goOnUrl = (webhookUrl: string, version: string | undefined, position: Position): string =>
  urlOf(webhookUrl, { step: steps.goOn, plan: version, ...positionQuery(position) });
