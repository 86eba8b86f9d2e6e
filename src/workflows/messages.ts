import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { CallEvent } from '../domain/callEvent.ts';
import type { CallSnapshot } from '../domain/callSession.ts';
import type { CallKey, TenantId, UserKey } from '../domain/ids.ts';
import type { RecoveryFilter, RecoveryLine, RecoveryProgress } from '../domain/recovery.ts';

export interface CallWorkflowInput extends CallKey {
  /** After the call ended, how long to wait for the report. */
  graceSeconds: number;
  /** Silence after which a live call's provider is asked. */
  watchdogSeconds: number;
}

export interface AmendmentInput extends CallKey {
  events: CallEvent[];
}

export interface DeliveryInput {
  tenantId: TenantId;
  deliveryId: string;
}

export interface RecoveryInput {
  tenantId: TenantId;
  filter: RecoveryFilter;
  /** Where the run before has come to; absent in the first. */
  lines?: RecoveryLine[];
}

/** The workflows as their starters know them, by name and type. */
export type CallWorkflow = (input: CallWorkflowInput) => Promise<string>;
export type WebhookDeliveryWorkflow = (input: DeliveryInput) => Promise<string>;
export type WebhookRecoveryWorkflow = (input: RecoveryInput) => Promise<RecoveryProgress>;
export type PasswordResetMailWorkflow = (user: UserKey) => Promise<void>;
export type CallAmendmentWorkflow = (input: AmendmentInput) => Promise<void>;

/** What providers reported about the call; may repeat itself and come in any order. */
export const providerEventsSignal = defineSignal<[CallEvent[]]>('providerEvents');

/** The call as it is known now. */
export const callStateQuery = defineQuery<CallSnapshot>('callState');
