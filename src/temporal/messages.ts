import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CallObservation } from '../domain/calls/observation.ts';
import type { CallSnapshot } from '../domain/calls/session.ts';
import type { CallKey, EndpointKey, UserKey } from '../domain/ids.ts';
import type { ProviderName } from '../domain/providers.ts';
import type { ToolAnswer } from '../domain/tools/answer.ts';

/** How patient a call's workflow is. */
export interface CallTiming {
  /** After the call ended, how long to wait for the report. */
  graceSeconds: number;
  /** Silence after which a live call's provider is asked. */
  watchdogSeconds: number;
  /** When after the call's end the carrier is asked for its price. */
  priceAfterSeconds: number[];
  /** Silence after which a live call is closed although its provider cannot be asked. */
  longestSilenceSeconds: number;
  /** Answered calls that last longer are ended. Calls that began before there was a limit have none. */
  longestCallSeconds?: number;
}

export interface CallWorkflowInput extends CallKey, CallTiming {}

export interface CallGapInput {
  /** When an API began to take webhooks in, ISO 8601; absent in the hourly run. */
  before?: string;
}

/** The workflows as their starters know them, by name and type. */
export type CallWorkflow = (input: CallWorkflowInput) => Promise<string>;
export type EndpointWorkflow = (endpoint: EndpointKey) => Promise<void>;
export type PasswordResetMailWorkflow = (user: UserKey) => Promise<void>;
export type CallAmendmentWorkflow = (call: CallKey) => Promise<void>;
export type CallGapWorkflow = (input?: CallGapInput) => Promise<number>;

/**
 * What providers reported about the call, without what it says of people (see `impersonal`), and the ids of the stored
 * events that say it all. May repeat itself and come in any order.
 */
export const providerEventsSignal = defineSignal<[events: CallObservation[], eventIds: string[]]>('providerEvents');

/** Something is due at the endpoint. */
export const wakeSignal = defineSignal('wake');

/** The call as its workflow knows it: without what is said of people. */
export const callStateQuery = defineQuery<CallSnapshot>('callState');

/**
 * A tool call of the assistant's. What the caller said is not in it: the activity reads the arguments from the stored webhook,
 * so that Temporal keeps nothing of people here either.
 */
export interface CallToolInput {
  /** The assistant's; also the update's id. */
  toolCallId: string;
  name: string;
  /** Where it stands, as `webhook_events` has it. */
  webhook: { provider: ProviderName; externalId: string };
  /** ISO 8601: until then the assistant waits, and later nothing may be done any more. */
  expiresAt: string;
}

/** Has a tool do its work, once. Refused after `expiresAt`. */
export const callToolUpdate = defineUpdate<ToolAnswer, [call: CallToolInput]>('callTool');
