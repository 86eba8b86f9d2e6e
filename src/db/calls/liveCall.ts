import { defineEntity, p } from '@mikro-orm/postgresql';
import type { SpokenLine } from '../../domain/calls/live.ts';
import { tenantScoped } from '../core/tenancy.ts';
import { updatedMoment } from '../core/timestamps.ts';

const LiveCallSchema = defineEntity({
  name: 'LiveCall',
  tableName: 'live_calls',
  ...tenantScoped,
  properties: {
    tenantId: p.uuid().primary(),
    /** As in `calls`: what an assistant says during a call may name no carrier's id. */
    assistantCallId: p.text().primary(),
    /** Where the call takes commands; see `openControl`. */
    sealedControl: p.text().hidden().strictNullable(),
    /** The latest, in the order of arrival. */
    lines: p.json<SpokenLine[]>().defaultRaw(`'[]'`),
    updatedAt: updatedMoment(),
  },
});

/** What is known of an assistant's call only while it lasts. */
export class LiveCall extends LiveCallSchema.class {}
LiveCallSchema.setClass(LiveCall);
