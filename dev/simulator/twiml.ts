import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { e164Of } from '../../src/contract/calls/phoneNumber.ts';
import type { CallbackName } from './webhook.ts';

export interface TwimlElement {
  name: string;
  attributes: Record<string, string>;
  children: TwimlElement[];
  text: string;
}

/** What the carriers understand of what we may say: verb or noun → its attributes. An unknown one is our mistake. */
const vocabulary: Record<string, string> = {
  Response: '',
  Say: 'voice language loop',
  Play: 'loop digits',
  Pause: 'length',
  Dial: 'action method timeout answerOnBridge callerId hangupOnStar timeLimit record recordingStatusCallback recordingStatusCallbackMethod recordingStatusCallbackEvent recordingTrack ringTone sequential trim referUrl referMethod',
  Sip: 'statusCallback statusCallbackMethod statusCallbackEvent username password url method',
  Number: 'statusCallback statusCallbackMethod statusCallbackEvent url method byoc',
  Record:
    'action method timeout finishOnKey maxLength playBeep trim recordingStatusCallback recordingStatusCallbackMethod recordingStatusCallbackEvent transcribe transcribeCallback',
  Gather:
    'action method timeout input language hints speechTimeout numDigits finishOnKey actionOnEmptyResult bargeIn enhanced speechModel profanityFilter partialResultCallback',
  Redirect: 'method',
  Hangup: '',
  Reject: 'reason',
};

const nests: Record<string, string[]> = {
  Response: Object.keys(vocabulary).filter((name) => !['Response', 'Sip', 'Number'].includes(name)),
  Dial: ['Sip', 'Number'],
  Gather: ['Say', 'Play', 'Pause'],
};

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
});

/** As the parser gives it: an element by its name, or text. */
type XmlNode = { ':@'?: Record<string, string>; '#text'?: string } & Record<string, XmlNode[]>;

const toElement = ({ ':@': attributes = {}, ...named }: XmlNode): TwimlElement => {
  const [[name, nodes] = ['', []]] = Object.entries<XmlNode[]>(named);
  return {
    name,
    attributes,
    children: nodes.filter((node) => node['#text'] === undefined).map(toElement),
    text: nodes.map((node) => node['#text'] ?? '').join(''),
  };
};

/** Validators let these pass in attributes, and carriers do not. */
const unescaped = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)\S*/i;

/** @throws Error for text that is not XML, or is another document. */
export const parseTwiml = (text: string): TwimlElement => {
  const xml = text.replace(/^\uFEFF/, '');
  const validity = XMLValidator.validate(xml);
  if (validity !== true) throw new Error(validity.err.msg);
  const [ampersand] = unescaped.exec(xml) ?? [];
  if (ampersand !== undefined) throw new Error(`"${ampersand}" is not escaped as XML wants it`);
  const [response, ...more] = (parser.parse(xml) as XmlNode[]).filter((node) => node['#text'] === undefined);
  if (!response?.['Response'] || more.length > 0) throw new Error('one <Response> is expected');
  return toElement(response);
};

const all = (element: TwimlElement): TwimlElement[] => [element, ...element.children.flatMap(all)];

const wordProblems = (element: TwimlElement, parent?: TwimlElement): string[] => {
  const { name, attributes, children } = element;
  const known = vocabulary[name];
  if (known === undefined) return [`<${name}> is not a verb`];
  return [
    ...(parent && !nests[parent.name]?.includes(name) ? [`<${name}> does not belong in <${parent.name}>`] : []),
    ...Object.keys(attributes)
      .filter((key) => !known.split(' ').includes(key))
      .map((key) => `<${name}> has no attribute ${key}`),
    ...children.flatMap((child) => wordProblems(child, element)),
  ];
};

const callbackAttributes = ['action', 'statusCallback', 'recordingStatusCallback', 'transcribeCallback', 'referUrl'];

export interface TwimlReading {
  problems: string[];
  /** Where the carrier calls back, absolute. */
  callbacks: Partial<Record<CallbackName, string>>;
}

/**
 * Reads TwiML as the carrier would.
 * @param requestUrl the URL that was asked: relative callbacks start there
 * @param anyOf verbs of which one must be there; empty: any TwiML does
 */
export const readTwiml = (xml: string, requestUrl: string, anyOf: readonly string[]): TwimlReading => {
  let response: TwimlElement;
  try {
    response = parseTwiml(xml);
  } catch (error) {
    return { problems: [`not TwiML: ${(error as Error).message}`], callbacks: {} };
  }
  const elements = all(response);
  const problems = wordProblems(response);
  const callbacks: Record<string, string> = {};
  if (anyOf.length > 0 && !elements.some(({ name }) => anyOf.includes(name)))
    problems.push(`no <${anyOf.join('> or <')}>`);
  for (const { name, attributes, text } of elements) {
    if (name === 'Sip' && !/^sips?:[^@\s]+@[^@\s]+$/.test(text.trim())) problems.push(`<Sip> dials "${text.trim()}"`);
    if (name === 'Number' && e164Of(text.trim()) !== text.trim()) problems.push(`<Number> dials "${text.trim()}"`);
    for (const attribute of callbackAttributes.filter((key) => attributes[key])) {
      const url = new URL(attributes[attribute] ?? '', requestUrl);
      if (url.origin !== new URL(requestUrl).origin) problems.push(`<${name} ${attribute}> points to ${url.origin}`);
      callbacks[`${name}.${attribute}`] ??= url.href;
    }
  }
  return { problems, callbacks };
};
