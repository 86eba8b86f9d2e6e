import { isAssistantAddress } from '../assistantAddress.ts';
import { takingKey } from '../../domain/answering/answer.ts';
import type { Position } from '../../domain/answering/position.ts';
import { isTerminalStatus, type CallObservation, type CallStatus } from '../../domain/calls/observation.ts';
import type { Carrier } from '../../domain/providers.ts';
import { defined, partyIn, sidOf, textOf, type Fields } from '../shared/body.ts';
import { hasTalked, untakenReason } from './dialled.ts';
import { steps, type LamlKind } from './kind.ts';
import { transcribed } from './transcript.ts';
import { isoOf, secondsOf, shifted } from '../shared/moments.ts';

export interface Occasion {
  source: Carrier;
  kind: LamlKind;
  /** Our own mark in the URL. */
  step: string | undefined;
  /** Where in its plan the call was when the URL was handed out. */
  position: Position | undefined;
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

/** A call that has no id of its leg may have dialled several. */
const unnamedLeg = (fields: Fields, position: Position | undefined): string =>
  `${sidOf(fields['CallSid'])}:dial${position ? `:${position.hops}.${position.rung}` : ''}`;

const ladderPlace = (step: string | undefined, position: Position | undefined) =>
  position && step !== steps.afterOverride
    ? { step: position.step, ...(step === steps.afterRung && { rung: position.rung }) }
    : {};

const dialled = (
  fields: Fields,
  base: Base,
  { step, position }: Pick<Occasion, 'step' | 'position'>,
): CallObservation[] => {
  const role = step === steps.afterAssistant ? 'assistant' : 'person';
  const screened = step === steps.afterRung || step === steps.afterOverride;
  const word = textOf(fields['DialCallStatus']);
  const legId = sidOf(fields['DialCallSid']) ?? unnamedLeg(fields, position);
  const place = ladderPlace(step, position);
  return leg(base, legId, role, hasTalked(fields, screened) ? word : word && 'no-answer').map((event) =>
    event.type === 'leg' && event.status === 'unanswered'
      ? { ...event, reason: untakenReason(fields, screened), ...place }
      : { ...event, ...place },
  );
};

/** The leg of a person who was asked for a key: taken with it, and with no other. */
const screened = (fields: Fields, base: Base, { step, position }: Occasion): CallObservation[] => {
  const legId = sidOf(fields['CallSid']);
  if (!legId) return [];
  const about = {
    ...base,
    type: 'leg' as const,
    legId,
    role: 'person' as const,
    ...ladderPlace(steps.afterRung, position),
  };
  const key = textOf(fields['Digits']);
  if (step === steps.screen || key === undefined) return [{ ...about, status: 'ringing' }];
  return [
    key === takingKey ? { ...about, status: 'answered' } : { ...about, status: 'unanswered', reason: 'declined' },
  ];
};

/** What a webhook says about its call: for a child leg, about its parent. */
export const lamlEvents = (fields: Fields, occasion: Occasion): CallObservation[] => {
  const { source, kind, step, receivedAt } = occasion;
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
      return [...callStatus(fields, base), ...dialled(fields, base, occasion), ...recording(fields, base, false)];
    case 'voice.screen':
      return screened(fields, base, occasion);
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
