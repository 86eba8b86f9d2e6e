import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/** What operators filter by in the Temporal UI. No phone number, name or transcript goes here. */
export const searchAttributes = {
  tenantId: defineSearchAttributeKey('TenantId', SearchAttributeType.KEYWORD),
  provider: defineSearchAttributeKey('CallProvider', SearchAttributeType.KEYWORD),
  direction: defineSearchAttributeKey('CallDirection', SearchAttributeType.KEYWORD),
  status: defineSearchAttributeKey('CallStatus', SearchAttributeType.KEYWORD),
  outcome: defineSearchAttributeKey('CallOutcome', SearchAttributeType.KEYWORD),
  aiHandled: defineSearchAttributeKey('AiHandled', SearchAttributeType.BOOL),
};

/** Name → type, as the server registers them. */
export const searchAttributeTypes: Record<string, 'Keyword' | 'Bool'> = Object.fromEntries(
  Object.values(searchAttributes).map(({ name, type }) => [
    name,
    type === SearchAttributeType.BOOL ? 'Bool' : 'Keyword',
  ]),
);
