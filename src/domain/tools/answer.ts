import type { BusinessFacts } from '../business/businessInfo.ts';
import type { Language } from '../text/languages.ts';
import type { WorkItemKind } from '../workItems/workItem.ts';

/** What an assistant asks for in the middle of a call. */
export interface ToolRequest {
  /** The same for each repetition. */
  id: string;
  name: string;
  args: Record<string, unknown>;
}

/** What is known of the call that it is asked on. */
export interface AskingCall {
  /** See `CallKey`; null where the webhook names none. */
  externalCallId: string | null;
  /** E.164; null where it is withheld, or no number. */
  callerNumber: string | null;
  /** Null where the assistant speaks both. */
  language: Language | null;
}

/** A work item is committed. Says nothing of people: it travels through Temporal. */
export interface Noted {
  code: 'work_item.noted';
  kind: WorkItemKind;
  /** As in the row, ISO 8601 in UTC. */
  dueAt: string;
  /** When it was said: `tomorrow` counts from here. */
  notedAt: string;
  /** Of the business. */
  timeZone: string;
}

/** Nothing was done, and nothing is claimed. */
export type NothingDone =
  /** We have no such tool. */
  | { code: 'tool.unknown' }
  /** The assistant must ask the caller for these. */
  | { code: 'tool.invalid'; fields: string[] }
  /** It could not be committed in time. */
  | { code: 'tool.unavailable' };

/** What a tool came to; the words are made where it is spoken. */
export type ToolAnswer = Noted | { code: 'business.info'; facts: BusinessFacts } | NothingDone;
