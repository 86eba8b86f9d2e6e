import type { CallObservation } from '../../domain/calls/observation.ts';
import { defined, sidOf, textOf, type Fields } from '../shared/body.ts';
import { objectIn } from '../shared/modelWords.ts';

/** Twilio's tracks are seen from the leg: what comes in is said by the party at its other end. */
const speakers = new Map<string, string>([
  ['inbound_track', 'User'],
  ['outbound_track', 'AI'],
]);

const sequenceOf = (fields: Fields): number | undefined => {
  const digits = textOf(fields['SequenceId']);
  return digits !== undefined && /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
};

/** One line of a conversation as it is spoken. What is not final yet comes again. */
const spokenLine = (fields: Fields, base: Pick<CallObservation, 'source' | 'at'>): CallObservation[] => {
  const data = objectIn(fields['TranscriptionData']) ?? {};
  const text = textOf(data['transcript']) ?? textOf(data['Transcript']);
  if (!text?.trim() || textOf(fields['Final'])?.toLowerCase() === 'false') return [];
  const track = textOf(fields['Track']);
  const sequence = sequenceOf(fields);
  const lineId = [sidOf(fields['TranscriptionSid']) ?? '', track ?? '', sequence ?? base.at].join('/');
  return [{ ...base, type: 'transcript', text, lineId, ...defined({ sequence, speaker: speakers.get(track ?? '') }) }];
};

/** What the carrier understood of a conversation, line by line, or of a recording, all at once. */
export const transcribed = (fields: Fields, base: Pick<CallObservation, 'source' | 'at'>): CallObservation[] => {
  const event = textOf(fields['TranscriptionEvent']);
  if (event !== undefined) return event === 'transcription-content' ? spokenLine(fields, base) : [];
  const text = textOf(fields['TranscriptionText']);
  const status = textOf(fields['TranscriptionStatus']) ?? 'completed';
  const lineId = sidOf(fields['TranscriptionSid']);
  return text && lineId && status === 'completed' ? [{ ...base, type: 'transcript', text, lineId }] : [];
};
