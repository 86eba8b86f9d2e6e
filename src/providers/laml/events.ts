import { isAssistantAddress } from '../assistantAddress.ts';
import { isTerminalStatus, type CallObservation, type CallStatus } from '../../domain/calls/observation.ts';
import type { Carrier } from '../../domain/providers.ts';
import { defined, partyIn, sidOf, textOf, type Fields } from '../shared/body.ts';
import { steps, type LamlKind } from './kind.ts';
import { transcribed } from './transcript.ts';
import { isoOf, secondsOf, shifted } from '../shared/moments.ts';

export interface Occasion {
  source: Carrier;
  kind: LamlKind;
  /** Our own mark in the URL. */
  step: string | undefined;
  /** ISO 8601 in UTC. */
  receivedAt: string;
}

const statuses = new Map<string, CallStatus>([
  ['queued', 'queued'],
  ['initiated', 'queued'],
  ['ringing', 'ringing'],
  ['answered', 'in-progress'],
  ['in-progress', 'in-progress'],
  ['completed', 'completed'],
  ['busy', 'busy'],
  ['failed', 'failed'],
  ['no-answer', 'no-answer'],
  ['canceled', 'canceled'],
]);
export const callStatusOf = (word: string | undefined): CallStatus | undefined =>
  word ? statuses.get(word) : undefined;

const legStatuses = new Map<CallStatus, 'ringing' | 'answered' | 'unanswered'>([
  ['queued', 'ringing'],
  ['ringing', 'ringing'],
  ['in-progress', 'answered'],
  ['completed', 'answered'],
]);

export const directionOf = (word: string | undefined) =>
  word === undefined ? undefined : word === 'inbound' ? ('INBOUND' as const) : ('OUTBOUND' as const);

const isAssistant = (address: string | undefined): boolean => isAssistantAddress(address ?? '');

/** An answering machine or a fax picked up: no person was reached, although the carrier says `completed`. */
export const isMachine = (answeredBy: string | undefined): boolean => /^(?:machine|fax)/.test(answeredBy ?? '');

type Base = Pick<CallObservation, 'source' | 'at'>;

const leg = (base: Base, legId: string, role: 'assistant' | 'person', word: string | undefined): CallObservation[] => {
  const status = callStatusOf(word);
  return status ? [{ ...base, type: 'leg', legId, role, status: legStatuses.get(status) ?? 'unanswered' }] : [];
};

const callStatus = (fields: Fields, base: Base): CallObservation[] => {
  const status = callStatusOf(textOf(fields['CallStatus']));
  if (!status) return [];
  const ended = isTerminalStatus(status);
  // CallDuration is in seconds; Duration, its neighbour, in started minutes.
  const durationSeconds = ended ? secondsOf(textOf(fields['CallDuration'])) : undefined;
  const pickedUp = durationSeconds === undefined ? undefined : shifted(base.at, -durationSeconds);
  return [
    {
      ...base,
      type: 'status',
      status,
      ...defined({
        direction: directionOf(textOf(fields['Direction'])),
        from: partyIn(fields['From']) ?? partyIn(fields['Caller']),
        to: partyIn(fields['To']) ?? partyIn(fields['Called']),
        startedAt: pickedUp,
        answeredAt: status === 'completed' && durationSeconds ? pickedUp : undefined,
        durationSeconds,
      }),
    },
  ];
};

/** Whom a leg reached, where the carrier listened. */
const answeredBy = (fields: Fields, base: Base): CallObservation[] => {
  const legId = sidOf(fields['CallSid']);
  return legId && isMachine(textOf(fields['AnsweredBy'])) ? [{ ...base, type: 'machine', legId }] : [];
};

const recording = (fields: Fields, base: Base, voicemail: boolean): CallObservation[] => {
  const url = textOf(fields['RecordingUrl']);
  const durationSeconds = secondsOf(textOf(fields['RecordingDuration']));
  const recordingId = sidOf(fields['RecordingSid']) ?? sidOf(url?.split('/').at(-1));
  // A message of no length is a caller who hung up at the beep.
  if (!recordingId || durationSeconds === 0) return [];
  return [{ ...base, type: 'recording', recordingId, voicemail, ...defined({ url, durationSeconds }) }];
};

const dialled = (fields: Fields, base: Base, step: string | undefined): CallObservation[] => {
  const role = step === steps.afterAssistant ? 'assistant' : 'person';
  const legId = sidOf(fields['DialCallSid']) ?? `${sidOf(fields['CallSid'])}:dial`;
  const neverBridged = textOf(fields['DialBridged']) === 'false';
  return leg(base, legId, role, neverBridged ? 'no-answer' : textOf(fields['DialCallStatus']));
};

/** What a webhook says about its call: for a child leg, about its parent. */
export const lamlEvents = (fields: Fields, { source, kind, step, receivedAt }: Occasion): CallObservation[] => {
  const base: Base = { source, at: isoOf(textOf(fields['Timestamp'])) ?? receivedAt };

  switch (kind) {
    case 'voice.inbound':
    case 'voice.gather':
    case 'voice.transfer':
      return callStatus(fields, base);
    case 'voice.outbound':
      return [...callStatus(fields, base), ...answeredBy(fields, base)];
    case 'voice.status': {
      const child = sidOf(fields['ParentCallSid']) && sidOf(fields['CallSid']);
      if (!child) return [...callStatus(fields, base), ...answeredBy(fields, base), ...recording(fields, base, false)];
      const role = isAssistant(textOf(fields['To']) ?? textOf(fields['Called'])) ? 'assistant' : 'person';
      return [...leg(base, child, role, textOf(fields['CallStatus'])), ...answeredBy(fields, base)];
    }
    case 'voice.dial':
      return [...callStatus(fields, base), ...dialled(fields, base, step), ...recording(fields, base, false)];
    case 'voice.record':
      return [...callStatus(fields, base), ...recording(fields, base, true)];
    case 'voice.recording': {
      if (textOf(fields['RecordingStatus']) !== 'completed') return [];
      const voicemail = textOf(fields['RecordingSource']) === 'RecordVerb' || step === steps.voicemailRecorded;
      return recording(fields, base, voicemail);
    }
    case 'voice.transcription':
      return transcribed(fields, base);
    case 'voice.amd':
      return answeredBy(fields, base);
    case 'sms.inbound':
    case 'sms.status':
    case 'unknown':
      return [];
  }
};
