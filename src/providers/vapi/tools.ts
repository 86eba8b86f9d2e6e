import { e164Of } from '../../contract/calls/phoneNumber.ts';
import type { Language } from '../../domain/text/languages.ts';
import type { ToolAnswer, ToolRequest } from '../../domain/tools/answer.ts';
import { fieldsOf, isFields, listOf, textOf, type Fields } from '../shared/body.ts';
import { objectIn } from '../shared/modelWords.ts';
import { toolSentence } from '../shared/toolSentence.ts';
import type { AskedTools } from '../provider.ts';
import { partiesOf } from './call.ts';
import { messageOf } from './webhook.ts';

/** Vapi passes arguments as an object, as JSON text, or flat as `parameters`. */
const argumentsOf = (call: Fields): Fields => {
  const { arguments: given, parameters } = fieldsOf(call['function']);
  const found = given ?? parameters ?? call['arguments'] ?? call['parameters'];
  return objectIn(found) ?? {};
};

/** What the assistant wants done, in any of its three lists. */
export const toolCallsOf = (message: Fields): ToolRequest[] => {
  const listed = listOf(message['toolCallList'] ?? message['toolCalls']);
  const nested = listOf(message['toolWithToolCallList']).map((item) => fieldsOf(item)['toolCall']);
  return (listed.length > 0 ? listed : nested).filter(isFields).flatMap((call) => {
    const id = textOf(call['id']);
    const name = textOf(fieldsOf(call['function'])['name']) ?? textOf(call['name']) ?? 'unknown';
    return id ? [{ id, name, args: argumentsOf(call) }] : [];
  });
};

const languageIn = (word: unknown): Language | undefined => {
  const [, found] = /^(fr|en)(?:[-_]|$)/i.exec(textOf(word) ?? '') ?? [];
  return found?.toLowerCase() as Language | undefined;
};

/** The one that the assistant listens in, or speaks; null where it is made for several. */
const languageOf = (message: Fields, call: Fields): Language | null => {
  const assistant = isFields(message['assistant']) ? message['assistant'] : fieldsOf(call['assistant']);
  const { language } = fieldsOf(assistant['transcriber']);
  if (language !== undefined) return languageIn(language) ?? null;
  const voice = fieldsOf(assistant['voice']);
  return languageIn(voice['language']) ?? languageIn(voice['voiceId']) ?? null;
};

/** The customer's number, as it can be called. */
const callerOf = (message: Fields, call: Fields): string | null => {
  const { direction, from, to } = partiesOf(message, call);
  const address = (direction === 'OUTBOUND' ? to : from) ?? '';
  return e164Of(address) === address ? address : null;
};

export const toolsAsked = (payload: Fields): AskedTools | undefined => {
  const message = messageOf(payload);
  if (message['type'] !== 'tool-calls') return undefined;
  const call = fieldsOf(message['call']);
  return {
    requests: toolCallsOf(message),
    callerNumber: callerOf(message, call),
    language: languageOf(message, call),
  };
};

/** More than one line is "No result returned" to Vapi. */
const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const nothingDone: ToolAnswer = { code: 'tool.unavailable' };

const hasDone = ({ code }: ToolAnswer): boolean => !code.startsWith('tool.');

/** A result for each call, in their order. Without an answer nothing was done. */
export const resultsOf = (message: Fields, answers: ReadonlyMap<string, ToolAnswer> = new Map()): Fields[] => {
  const language = languageOf(message, fieldsOf(message['call']));
  return toolCallsOf(message).map(({ id, name }) => {
    const answer = answers.get(id) ?? nothingDone;
    const sentence = onOneLine(toolSentence(answer, language));
    return { toolCallId: id, name, ...(hasDone(answer) ? { result: sentence } : { error: sentence }) };
  });
};
