import type { Language } from '../../domain/text/languages.ts';
import twilio from 'twilio';
import type { Instruction, Utterance } from '../../domain/answering/instruction.ts';
import type { Emergency } from '../../domain/answering/plan.ts';
import type { Position } from '../../domain/answering/position.ts';
import { standard } from '../../words/voice.ts';
import type { Urls } from './place.ts';
import type { LamlDialect } from './webhook.ts';

type VoiceResponse = InstanceType<typeof twilio.twiml.VoiceResponse>;
type Speaker = Pick<VoiceResponse, 'say'>;

/** Twilio and SignalWire both speak with these. */
const voices = {
  fr: { voice: 'Polly.Gabrielle-Neural', language: 'fr-CA' },
  en: { voice: 'Polly.Joanna-Neural', language: 'en-US' },
} as const satisfies Record<Language, object>;

/** XML has no way to write these, escaped or not. */
// oxlint-disable-next-line no-control-regex
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const writable = (text: string): string => text.replace(unwritable, ' ');

/** Carriers take 100 characters of each, and 500 in all. */
const maxHintLength = 100;
const maxHintsLength = 500;

const hintsOf = (hints: readonly string[]): string => {
  let joined = '';
  for (const hint of hints) {
    const next = `${joined}${joined && ','}${writable(hint).replaceAll(',', ' ').slice(0, maxHintLength)}`;
    if (next.length > maxHintsLength) break;
    joined = next;
  }
  return joined;
};

/** What instructions leave to the call: who calls whom, and where it comes back to. */
export interface Line {
  dialect: Pick<LamlDialect, 'dialTimeout' | 'showsCaller'>;
  urls: Urls;
  business: string;
  gasCompany: Emergency['gasCompany'];
  /** E.164. Undefined where the number is withheld. */
  caller: string | undefined;
  /** E.164. The business's number on this call. */
  called: string | undefined;
  callId: string | undefined;
  assistantSipUri: string | undefined;
}

export const speak = (
  speaker: Speaker,
  { business, gasCompany }: Pick<Line, 'business' | 'gasCompany'>,
  utterance: Utterance,
): void => {
  const text =
    'text' in utterance ? utterance.text : standard[utterance.sentence](business, gasCompany)[utterance.language];
  speaker.say(voices[utterance.language], writable(text));
};

const ask = (
  response: VoiceResponse,
  line: Line,
  { utterances, seconds, listen, back }: Extract<Instruction, { do: 'ask' }>,
): void => {
  const action = line.urls.back(back);
  const gather = response.gather({
    action,
    input: listen ? ['dtmf', 'speech'] : ['dtmf'],
    numDigits: 1,
    timeout: seconds,
    actionOnEmptyResult: true,
    ...(listen && { language: voices[listen.language].language, hints: hintsOf(listen.hints), speechTimeout: 'auto' }),
  });
  for (const utterance of utterances) speak(gather, line, utterance);
  // Where a carrier goes on instead, it comes to the same.
  response.redirect({ method: 'POST' }, action);
};

/** The headers come back in the assistant's webhooks: our id of the call, and whether the caller agreed to be recorded. */
const assistantAddress = (sipUri: string, callId: string | undefined, consent: boolean | undefined): string => {
  const headers = [
    ...(callId ? [`X-Call-Sid=${encodeURIComponent(callId)}`] : []),
    ...(consent === undefined ? [] : [`X-Recording-Consent=${consent ? 'agreed' : 'declined'}`]),
  ];
  return headers.length === 0 ? sipUri : `${sipUri}${sipUri.includes('?') ? '&' : '?'}${headers.join('&')}`;
};

const dialAttributes = (
  { dialect, urls }: Line,
  { ringSeconds, longestSeconds, record, back }: Extract<Instruction, { do: 'dialAssistant' | 'dialPerson' }>,
) => ({
  action: urls.back(back),
  timeout: dialect.dialTimeout(ringSeconds),
  timeLimit: longestSeconds,
  ...(record && {
    record: 'record-from-answer-dual' as const,
    recordingStatusCallback: urls.recorded('callRecorded'),
    recordingStatusCallbackEvent: ['completed' as const],
  }),
});

const dialPerson = (
  response: VoiceResponse,
  line: Line,
  instruction: Extract<Instruction, { do: 'dialPerson' }>,
): void => {
  const { number, extension, back } = instruction;
  const { dialect, caller, called, callId, urls } = line;
  const callerId = (dialect.showsCaller && caller) || called;
  response.dial({ ...dialAttributes(line, instruction), ...(callerId && { callerId }) }).number(
    {
      url: urls.screening('screen', back.position, callId),
      ...(extension !== undefined && { sendDigits: extension }),
    },
    number,
  );
};

const follow = (response: VoiceResponse, line: Line, instruction: Instruction): void => {
  switch (instruction.do) {
    case 'say':
      speak(response, line, instruction.utterance);
      break;
    case 'ask':
      ask(response, line, instruction);
      break;
    case 'dialAssistant':
      response
        .dial(dialAttributes(line, instruction))
        .sip(assistantAddress(line.assistantSipUri ?? '', line.callId, instruction.consent));
      break;
    case 'dialPerson':
      dialPerson(response, line, instruction);
      break;
    case 'takeMessage':
      response.record({
        action: line.urls.back(instruction.back),
        recordingStatusCallback: line.urls.recorded('voicemailRecorded'),
        recordingStatusCallbackEvent: ['completed'],
        maxLength: instruction.longestSeconds,
        timeout: instruction.silenceSeconds,
        playBeep: true,
        finishOnKey: '#',
      });
      break;
    case 'hangUp':
      response.hangup();
      break;
  }
};

/** Instructions in the carrier's words. */
export const render = (line: Line, instructions: readonly Instruction[]): string => {
  const response = new twilio.twiml.VoiceResponse();
  for (const instruction of instructions) follow(response, line, instruction);
  return response.toString();
};

const keySeconds = 8;

/** Asks a person who has picked up for a key: a machine presses none, and the leg ends. */
export const renderScreening = (
  line: Pick<Line, 'urls' | 'business' | 'gasCompany' | 'callId'>,
  utterances: readonly Utterance[],
  position: Position | undefined,
): string => {
  const response = new twilio.twiml.VoiceResponse();
  const gather = response.gather({
    action: line.urls.screening('screened', position, line.callId),
    input: ['dtmf'],
    numDigits: 1,
    timeout: keySeconds,
  });
  for (const utterance of utterances) speak(gather, line, utterance);
  response.hangup();
  return response.toString();
};
