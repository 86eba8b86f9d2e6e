import { defineEntity, p } from '@mikro-orm/postgresql';
import type { ToolAnswer } from '../../domain/tools/answer.ts';
import { tenantScoped } from '../core/tenancy.ts';
import { createdMoment } from '../core/timestamps.ts';
import { uuidV7 } from '../core/uuid.ts';

const ToolCallSchema = defineEntity({
  name: 'ToolCall',
  tableName: 'tool_calls',
  ...tenantScoped,
  uniques: [{ properties: ['tenantId', 'toolCallId'], name: 'tool_calls_unique' }],
  indexes: [
    { name: 'tool_calls_by_call', properties: ['tenantId', 'externalCallId'] },
    { name: 'tool_calls_by_time', properties: ['tenantId', 'createdAt'] },
  ],
  properties: {
    id: p.uuid().primary().onCreate(uuidV7),
    tenantId: p.uuid(),
    /** The assistant's: the same for each repetition. */
    toolCallId: p.text(),
    name: p.text(),
    /** See `CallKey`; null where the webhook named no call. */
    externalCallId: p.text().strictNullable(),
    /** What every repetition is answered. */
    answer: p.json<ToolAnswer>(),
    createdAt: createdMoment(),
  },
});

/** A tool call whose effect is committed: in the transaction of this row, so that there is one of both, or neither. */
export class ToolCall extends ToolCallSchema.class {}
ToolCallSchema.setClass(ToolCall);
