import { microUsd } from '../../domain/calls/billing.ts';
import type { AssistantReport, CallObservation, CallParties } from '../../domain/calls/observation.ts';
import { defined, fieldsOf, isFields, listOf, textOf, type Fields } from '../shared/body.ts';
import { endedClass, endedStatus } from './endedReason.ts';
import { isoOf, secondsOf } from '../shared/moments.ts';
import { isBooked } from './booked.ts';
import { outputNamed, structuredDataOf } from './structured.ts';

/** Longer calls exist, longer readers do not; the whole text stays with Vapi. */
const maxTranscriptLength = 256_000;

const recordingUrl = (record: Fields, artifact: Fields): string | undefined => {
  const recording = fieldsOf(artifact['recording']);
  return (
    textOf(fieldsOf(recording['mono'])['combinedUrl']) ??
    textOf(artifact['recordingUrl']) ??
    textOf(record['recordingUrl']) ??
    textOf(recording['stereoUrl']) ??
    textOf(artifact['stereoRecordingUrl']) ??
    textOf(record['stereoRecordingUrl'])
  );
};

export interface EndedCall {
  /** The end-of-call report, or the call as Vapi's REST API answers it: they put an end's facts in the same fields. */
  record: Fields;
  base: Pick<CallObservation, 'source' | 'at' | 'confirmed'>;
  assistantCallId: string | undefined;
  parties: CallParties;
  /** When Vapi heard of the call, for reports without the time at which it began. */
  createdAt: unknown;
}

const durationOf = (record: Fields, startedAt: string | undefined, endedAt: string | undefined): number | undefined =>
  secondsOf(record['durationSeconds']) ??
  (startedAt && endedAt ? secondsOf((Date.parse(endedAt) - Date.parse(startedAt)) / 1000) : undefined);

/** The last status alone, which `status-update` reports too. */
export const endEvent = ({ record, base, assistantCallId, parties, createdAt }: EndedCall): CallObservation => {
  const [startedAt, endedAt] = [isoOf(record['startedAt']), isoOf(record['endedAt'])];
  return {
    ...base,
    type: 'status',
    status: endedStatus(textOf(record['endedReason'])),
    ...parties,
    ...defined({
      assistantCallId,
      startedAt: startedAt ?? isoOf(createdAt),
      endedAt,
      durationSeconds: durationOf(record, startedAt, endedAt),
    }),
  };
};

/** Vapi leaves the text out for tenants who let it keep none; the messages say the same. */
const spokenText = (messages: readonly unknown[]): string | undefined => {
  const lines = messages.map(fieldsOf).flatMap(({ role, message }) => {
    const text = textOf(message);
    const speaker = role === 'bot' || role === 'assistant' ? 'AI' : role === 'user' ? 'User' : undefined;
    return text && speaker ? [`${speaker}: ${text}\n`] : [];
  });
  return lines.length > 0 ? lines.join('') : undefined;
};

const reportOf = (record: Fields): AssistantReport => {
  const artifact = fieldsOf(record['artifact']);
  const analysis = fieldsOf(record['analysis']);
  const spoken = listOf(artifact['messages']);
  const messages = spoken.length > 0 ? spoken : listOf(record['messages']);
  const reason = textOf(record['endedReason']);
  const structuredData = structuredDataOf(analysis, artifact);
  const { successEvaluation } = analysis;
  const transcript = textOf(artifact['transcript']) ?? textOf(record['transcript']) ?? spokenText(messages);
  return {
    endedReason: reason ?? 'unknown',
    endedClass: endedClass(reason),
    booked: isBooked(structuredData ?? {}, messages),
    ...defined({
      transcript: transcript?.slice(0, maxTranscriptLength).toWellFormed(),
      summary:
        textOf(analysis['summary']) ?? textOf(record['summary']) ?? outputNamed(artifact, ['summary', 'callsummary']),
      structuredData,
      successEvaluation: isFields(successEvaluation)
        ? JSON.stringify(successEvaluation)
        : (textOf(successEvaluation) ?? outputNamed(artifact, ['successevaluation', 'callsuccess', 'success'])),
    }),
  };
};

/** Whether Vapi has said what the call costs: a float, in US dollars. */
export const costOf = (record: Fields): number | undefined =>
  microUsd(textOf(record['cost']) ?? textOf(fieldsOf(record['costBreakdown'])['total']));

/** All that is known once a call is over. */
export const endEvents = (ended: EndedCall): CallObservation[] => {
  const { record, base, assistantCallId } = ended;
  // Asked too early, Vapi has no summary yet: the report that comes by itself must be able to replace this one.
  const { source, at } = base;
  const events: CallObservation[] = [endEvent(ended), { source, at, type: 'report', report: reportOf(record) }];
  const cost = costOf(record);
  if (cost !== undefined) events.push({ ...base, type: 'cost', microUsd: cost });
  const url = recordingUrl(record, fieldsOf(record['artifact']));
  if (url && assistantCallId)
    events.push({ ...base, type: 'recording', recordingId: assistantCallId, voicemail: false, url });
  return events;
};
