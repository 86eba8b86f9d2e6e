import { fill, type ParamsOf } from '../text/template.ts';

/** Why nothing may be sent to a URL: refused when it is saved, and at each attempt. */
export const destinationSentences = {
  'destination.not_public': '{host} is not a public address',
  'destination.leads_inside': '{host} resolves to an address that is not public',
  'destination.https_required': 'only https is allowed',
} as const;

/** Why an event is not delivered, as it is kept with an attempt and its delivery. */
const sentences = {
  'endpoint.status': 'the endpoint answered {status}',
  'endpoint.redirect': 'the endpoint answered {status} and points to {location}, which is not followed',
  'endpoint.web_page': 'the endpoint answered {status} with a web page, as one does that is starting up',
  'endpoint.removed': 'the endpoint was removed',
  'event.gone': 'the event is not kept any more',
  'connection.timeout': 'no whole answer within {seconds} s',
  'connection.name_unknown': '{detail}',
  'connection.refused': '{detail}',
  'connection.unreachable': '{detail}',
  'connection.closed': '{detail}',
  'connection.tls': '{detail}',
  'connection.failed': '{detail}',
  'request.unsendable': '{detail}',
  ...destinationSentences,
} as const;

type Sentences = typeof sentences;

export type DestinationErrorCode = keyof typeof destinationSentences;
export type AttemptErrorCode = keyof Sentences;
export const attemptErrorCodes = Object.keys(sentences) as AttemptErrorCode[];

/** What the places of the sentences are filled with. */
export type AttemptParams = {
  status?: number;
  location?: string;
  seconds?: number;
  host?: string;
  /** What the network's libraries say, in their English. */
  detail?: string;
};

export interface AttemptError<Code extends AttemptErrorCode = AttemptErrorCode> {
  code: Code;
  params: AttemptParams;
}

export const attemptError = <Code extends AttemptErrorCode>(
  code: Code,
  ...[params]: ParamsOf<Sentences[Code], AttemptParams>
): AttemptError<Code> => ({ code, params: { ...params } });

/** In English. */
export const attemptSentence = ({ code, params }: AttemptError): string => fill(sentences[code], params);
