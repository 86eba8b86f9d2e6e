import type { QuestionMark } from '../../domain/answering/position.ts';
import { sidOf, textOf, type Fields } from '../shared/body.ts';

/** Twilio's webhooks, and those of carriers that speak its language (SignalWire calls it LaML or cXML). */
export type LamlKind =
  | 'voice.inbound'
  | 'voice.outbound'
  | 'voice.dial'
  | 'voice.record'
  | 'voice.gather'
  | 'voice.screen'
  | 'voice.transfer'
  | 'sms.inbound'
  | 'unknown'
  | LamlReport;

/** The carrier waits for an acknowledgement only. */
const reports = ['voice.status', 'voice.recording', 'voice.transcription', 'voice.amd', 'sms.status'] as const;
export type LamlReport = (typeof reports)[number];

export const isReport = (kind: LamlKind): kind is LamlReport => (reports as readonly LamlKind[]).includes(kind);

/** A person is on the line and the carrier asks what to do. */
const questions: readonly LamlKind[] = [
  'voice.inbound',
  'voice.outbound',
  'voice.dial',
  'voice.record',
  'voice.gather',
  'voice.screen',
  'voice.transfer',
];
export const isQuestion = (kind: LamlKind): boolean => questions.includes(kind);

/** What a URL of ours was handed out for: its `step` parameter. Signed, as the whole URL is. Calls in progress know the words. */
export const steps = {
  afterAssistant: 'after-assistant',
  afterRung: 'after-rung',
  afterOverride: 'after-override',
  afterVoicemail: 'after-voicemail',
  menu: 'menu',
  consent: 'consent',
  /** Calls are sent here to go on at a step of their plan. */
  goOn: 'go-on',
  /** A person has picked up who may take the call, and has pressed a key. */
  screen: 'screen',
  screened: 'screened',
  voicemailRecorded: 'voicemail-recorded',
  callRecorded: 'call-recorded',
  transfer: 'transfer',
  afterTransfer: 'after-transfer',
} as const satisfies Record<string, string> & Record<'menu' | 'consent', QuestionMark>;

const dialSteps: readonly (string | undefined)[] = [
  steps.afterAssistant,
  steps.afterRung,
  steps.afterOverride,
  steps.afterTransfer,
];
const gatherSteps: readonly (string | undefined)[] = [steps.menu, steps.consent];
const screenSteps: readonly (string | undefined)[] = [steps.screen, steps.screened];

export const messageSidOf = ({ MessageSid, SmsSid, SmsMessageSid }: Fields): string | undefined =>
  sidOf(MessageSid) ?? sidOf(SmsSid) ?? sidOf(SmsMessageSid);

/** Only callbacks say these. What is left over is taken as a question: an answer too many does no harm, silence does. */
const callbackMarks = ['CallbackSource', 'CallDuration', 'SequenceNumber', 'HangupBy', 'ParentCallSid'] as const;

const terminal: readonly string[] = ['completed', 'busy', 'failed', 'no-answer', 'canceled'];

const asked = (direction: string | undefined, status: string): LamlKind => {
  if (terminal.includes(status)) return 'voice.status';
  if (direction === undefined || direction === 'inbound') return 'voice.inbound';
  return status === 'in-progress' ? 'voice.outbound' : 'voice.status';
};

/** Recognises a webhook by its fields, since the vendors do not name it. */
export const lamlKind = (fields: Fields, step: string | undefined): LamlKind => {
  const has = (name: string): boolean => textOf(fields[name]) !== undefined;

  if (messageSidOf(fields)) {
    const status = textOf(fields['MessageStatus']) ?? textOf(fields['SmsStatus']) ?? 'received';
    return status === 'received' || status === 'receiving' ? 'sms.inbound' : 'sms.status';
  }
  if (!sidOf(fields['CallSid'])) return 'unknown';
  if (step === steps.transfer) return 'voice.transfer';
  if (has('RecordingStatus')) return 'voice.recording';
  if (has('TranscriptionEvent') || has('TranscriptionSid')) return 'voice.transcription';
  if (screenSteps.includes(step)) return 'voice.screen';
  if (has('DialCallStatus') || dialSteps.includes(step)) return 'voice.dial';
  if (callbackMarks.some(has)) return 'voice.status';
  if (has('RecordingUrl') || step === steps.afterVoicemail) return 'voice.record';
  if (has('AnsweredBy') && !has('CallStatus')) return 'voice.amd';
  if (has('Digits') || has('SpeechResult') || gatherSteps.includes(step)) return 'voice.gather';
  const status = textOf(fields['CallStatus']);
  return status ? asked(textOf(fields['Direction']), status) : 'unknown';
};
