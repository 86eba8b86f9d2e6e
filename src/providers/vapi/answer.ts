import type { Fields } from '../shared/body.ts';
import type { AnswerContext, ParsedWebhook, VapiSettings, WebhookAnswer } from '../provider.ts';
import type { Bilingual } from '../../words/bilingual.ts';
import { voice } from '../../words/voice.ts';
import { resultsOf } from './tools.ts';
import { overridesFor } from './overrides.ts';
import { messageOf } from './webhook.ts';

const inBoth = ({ fr, en }: Bilingual): string => `${fr} ${en}`;

const replyTo = (message: Fields, context: AnswerContext, { assistantId }: VapiSettings): Fields => {
  switch (message['type']) {
    case 'assistant-request':
      return assistantId
        ? { assistantId, assistantOverrides: overridesFor(context) }
        : { error: inBoth(voice.unanswered(context.tenant.name)) };
    case 'tool-calls':
      return { results: resultsOf(message, context.toolAnswers) };
    case 'transfer-destination-request':
    case 'handoff-destination-request':
      return { error: inBoth(voice.noTransfer()) };
    case 'knowledge-base-request':
      return { documents: [] };
    default:
      return {};
  }
};

export const answerVapi = (webhook: ParsedWebhook, context: AnswerContext, settings: VapiSettings): WebhookAnswer => ({
  status: 200,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify(replyTo(messageOf(webhook.payload), context, settings)),
});
