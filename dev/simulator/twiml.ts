import { e164Of } from '../../src/domain/calls/address.ts';
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

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescapeXml = (text: string): string =>
  text.replace(/&([^;\s]*);?/g, (all, name: string) => {
    const plain =
      entities[name] ??
      (/^#x?[0-9a-f]+$/i.test(name)
        ? String.fromCodePoint(Number(name.replace(/^#x/i, '0x').replace('#', '')))
        : undefined);
    if (plain === undefined || !all.endsWith(';')) throw new Error(`"${all}" is not escaped as XML wants it`);
    return plain;
  });

const readAttributes = (source: string): Record<string, string> => {
  const attributes: Record<string, string> = {};
  const rest = source.replace(/\s+([\w:-]+)="([^"<]*)"/g, (_all, name: string, value: string) => {
    attributes[name] = unescapeXml(value);
    return '';
  });
  if (rest.trim() !== '') throw new Error(`attributes cannot be read: ${rest.trim()}`);
  return attributes;
};

/** Enough of XML for TwiML: elements, attributes, text, comments. @throws Error when it is not well formed. */
export const parseTwiml = (xml: string): TwimlElement => {
  const root: TwimlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [, comment, closing, name, attributes, alone, text] of xml
    .replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, '')
    .matchAll(/(<!--[\s\S]*?-->)|<(\/?)([A-Za-z]\w*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+|<)/g)) {
    const parent = open.at(-1) ?? root;
    if (comment) continue;
    if (text !== undefined) {
      if (text === '<' || (parent === root && text.trim() !== '')) throw new Error(`unexpected "${text.trim()}"`);
      parent.text += unescapeXml(text);
    } else if (closing) {
      if (parent === root || parent.name !== name) throw new Error(`</${name}> closes what is not open`);
      open.pop();
    } else {
      const element: TwimlElement = {
        name: name ?? '',
        attributes: readAttributes(attributes ?? ''),
        children: [],
        text: '',
      };
      parent.children.push(element);
      if (!alone) open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  const [response, ...more] = root.children;
  if (response?.name !== 'Response' || more.length > 0) throw new Error('one <Response> is expected');
  return response;
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
  /** Where the carrier was told to call back, absolute. */
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
