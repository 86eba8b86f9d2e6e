import type { LiveNews, SpokenLine } from '../../domain/calls/live.ts';
import { defined, fieldsOf, sidOf, textOf, type Fields } from '../shared/body.ts';
import { isoOf } from '../shared/moments.ts';
import { isPhoneCall } from './call.ts';

/** Longer utterances exist; the report has them whole. */
const maxLineLength = 1_000;
const maxUrlLength = 1_000;

const speakers: Record<string, SpokenLine['speaker']> = { user: 'caller', assistant: 'assistant', bot: 'assistant' };

/** A piece of the transcript that will not change. Its type may come with the condition that the assistant was given. */
const lineIn = (message: Fields, receivedAt: string): SpokenLine | undefined => {
  if (!/^transcript\b/.test(textOf(message['type']) ?? '') || message['transcriptType'] !== 'final') return undefined;
  const speaker = speakers[textOf(message['role']) ?? ''];
  const text = textOf(message['transcript'])?.trim().slice(0, maxLineLength).replaceAll('\0', '').toWellFormed();
  return speaker && text ? { speaker, text, at: isoOf(message['timestamp']) ?? receivedAt } : undefined;
};

/** What a message tells of a call while it lasts; undefined where that is nothing. */
export const liveNewsOf = (message: Fields, receivedAt: Date): LiveNews | undefined => {
  const call = fieldsOf(message['call']);
  const assistantCallId = sidOf(call['id']);
  if (assistantCallId === undefined || !isPhoneCall(call) || message['type'] === 'end-of-call-report') return undefined;
  const controlUrl = textOf(fieldsOf(call['monitor'])['controlUrl'])?.slice(0, maxUrlLength);
  const line = lineIn(message, receivedAt.toISOString());
  return controlUrl === undefined && line === undefined
    ? undefined
    : { assistantCallId, ...defined({ controlUrl, line }) };
};
