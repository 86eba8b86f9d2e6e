import type { ProviderName } from '../../src/domain/providers.ts';

/** Where TwiML lets the carrier call back. */
export type CallbackName =
  | 'Dial.action'
  | 'Sip.statusCallback'
  | 'Number.statusCallback'
  | 'Record.action'
  | 'Record.recordingStatusCallback';

/** What a good answer looks like. */
export type Expectation =
  | { kind: 'acknowledgement' }
  /** Verbs of which the TwiML must have at least one. */
  | { kind: 'twiml'; anyOf: readonly string[] }
  | { kind: 'assistant' }
  | { kind: 'tool-results'; toolCallIds: readonly string[] };

/** One webhook of a call, signed and ready to send. Plain data. */
export interface WebhookToSend {
  /** Unique within the call. */
  key: string;
  /** For people. */
  label: string;
  provider: ProviderName;
  /** The public URL, as it is signed. */
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Since the call began. */
  atSeconds: number;
  expects: Expectation;
  /** How long the vendor waits for the answer. */
  deadlineMs: number;
  /** How often the vendor tries again after a lost connection or a 5xx. */
  retries: number;
  /** It cannot exist before the webhook of this key was answered. */
  after?: string;
  /** The URL is taken from this callback where the TwiML names one. */
  follows?: CallbackName;
  /** The carrier's last word about the call: what `--drop-last` loses. */
  closing: boolean;
}
