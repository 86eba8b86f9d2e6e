import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { CallEvent } from '../domain/callEvent.ts';
import type { CallSnapshot } from '../domain/callSession.ts';
import type { CallKey, EndpointKey, UserKey } from '../domain/ids.ts';

export interface CallWorkflowInput extends CallKey {
  /** After the call ended, how long to wait for the report. */
  graceSeconds: number;
  /** Silence after which a live call's provider is asked. */
  watchdogSeconds: number;
}

export interface AmendmentInput extends CallKey {
  events: CallEvent[];
}

/** The workflows as their starters know them, by name and type. */
export type CallWorkflow = (input: CallWorkflowInput) => Promise<string>;
export type EndpointWorkflow = (endpoint: EndpointKey) => Promise<void>;
export type PasswordResetMailWorkflow = (user: UserKey) => Promise<void>;
export type CallAmendmentWorkflow = (input: AmendmentInput) => Promise<void>;

/** What providers reported about the call; may repeat itself and come in any order. */
export const providerEventsSignal = defineSignal<[CallEvent[]]>('providerEvents');

/** Something is due at the endpoint. */
export const wakeSignal = defineSignal('wake');

/** The call as it is known now. */
export const callStateQuery = defineQuery<CallSnapshot>('callState');
