import type { z } from 'zod';
import type { DarkInstruction } from '../domain/answering/darkHour.ts';
import type { LocalMoment } from '../domain/answering/moment.ts';
import type { AnsweringPlan, Emergency } from '../domain/answering/plan.ts';
import type { Place } from '../domain/answering/position.ts';
import type { CurrentOverride } from '../domain/answering/situation.ts';
import type { AssistantCommand, CommandOutcome } from '../domain/calls/command.ts';
import type { LiveNews } from '../domain/calls/live.ts';
import type { DriftedField } from '../domain/assistants/drift.ts';
import type { Language } from '../domain/text/languages.ts';
import type { CallObservation } from '../domain/calls/observation.ts';
import type { Assistant, Carrier, ProviderName } from '../domain/providers.ts';
import type { AskingCall, ToolAnswer, ToolRequest } from '../domain/tools/answer.ts';

/** A webhook as it came over the wire. */
export interface InboundWebhook {
  /** The URL the provider was given, query included, as it signed it. */
  url: string;
  /** Lower-case names. */
  headers: Record<string, string | undefined>;
  /** Exactly the bytes that were received. */
  rawBody: Buffer;
  receivedAt: Date;
}

/** What is known of a webhook before its body is read. */
export type WebhookHead = Omit<InboundWebhook, 'rawBody'>;

/** A verified webhook in our words. */
export interface ParsedWebhook {
  /** The same for each repetition of the same webhook, and for no other. At most 200 characters. */
  externalId: string;
  /** The provider's word for it, such as `status-update` or `voice.status`; stored, never switched on. */
  eventType: string;
  /** The call it belongs to (see `CallKey`); absent for texts and whatever else is not about a call. */
  externalCallId?: string;
  /**
   * An id that begins the `externalId` of the call's webhooks. An earlier webhook may have settled the call's name here by it:
   * that name outranks `externalCallId`, which may come late or never. Absent where `externalCallId` is certain.
   */
  knownAs?: string;
  /** What it says about the call. Empty: stored and acknowledged, nothing to relay. */
  events: CallObservation[];
  /** The fields as received, without secrets and without what jsonb refuses (NUL, lone surrogates). */
  payload: Record<string, unknown>;
  /** What the URL that it came to says of the call: only URLs of our own answers do. */
  place?: Place;
  /** Acknowledged and not kept: it carries no event, and comes again and again during a call. */
  isChatter?: boolean;
  /** What it tells of a call while it lasts. */
  live?: LiveNews;
  /** The number of a caller whose name the answer has use for, in E.164. */
  asksAbout?: string;
}

export interface WebhookAnswer {
  status: number;
  contentType: string;
  body: string;
}

/** A contact who calls. */
export interface Caller {
  name: string;
  language: Language | null;
}

/** What a provider's webhook needs to know of its tenant. Pure data, cached by the API. */
export interface AnswerContext {
  tenant: { id: string; slug: string; name: string };
  /** Where the tenant's webhooks arrive, without a query: `{publicUrl}/webhooks/twilio/{slug}`. */
  webhookUrl: string;
  /** Where a carrier connects a call to the tenant's assistant. */
  assistantSipUri?: string;
  /** What tools came to, by the id of their call. */
  toolAnswers?: ReadonlyMap<string, ToolAnswer>;
  /** Whom the tenant knows by the number that the webhook asks about. */
  caller?: Caller;
  /** As they are said; absent where the tenant has not published them, and where the webhook does not ask who answers. */
  openingHours?: { fr: string; en: string };
  /** Absent: the tenant has no plan of its own, and is answered by the default one. */
  answering?: Answering;
}

/** How a call is answered now. */
export interface Answering {
  /** Names the plan in the URLs of its calls, which keep it: letters, digits, `.`, `_` and `-`, 64 at most. */
  version: string;
  plan: AnsweringPlan;
  moment: LocalMoment;
  override?: CurrentOverride;
  /** E.164. All numbers of the tenant: to call one of them from a plan would ring in a circle. */
  ownNumbers?: readonly string[];
}

/** What is known of a call before it is there. */
export interface StaticLine {
  /** Name of the tenant. */
  business: string;
  gasCompany: Emergency['gasCompany'];
  /** E.164. The business's number, which people who are called see. */
  called: string;
  /** The document with which a call goes on once a message is recorded: beside this one, or absolute. */
  thanksUrl: string;
}

interface TwilioSettings {
  accountSid: string;
  authToken: string;
  phoneNumbers: string[];
}

interface SignalWireSettings {
  projectId: string;
  apiToken: string;
  /** `example.signalwire.com` */
  space: string;
  signingKey: string;
  phoneNumbers: string[];
}

export interface VapiSettings {
  apiKey: string;
  webhookSecret: string;
  assistantId?: string | undefined;
  /** `sip:name@sip.vapi.ai`: where a carrier's call is connected to the assistant. */
  sipUri?: string | undefined;
  /** How Vapi proves itself; the secret header and the bearer token are always accepted. */
  hmac?: VapiHmac | undefined;
}

export interface VapiHmac {
  secret: string;
  algorithm: 'sha256' | 'sha512' | 'sha1';
  /** Lower case; Vapi's default is `x-signature`. */
  header: string;
  timestampHeader: string;
  /** `{timestamp}.{body}` or `{body}`. */
  format: string;
  encoding: 'hex' | 'base64';
  prefix: string;
}

export interface IntegrationSettings {
  twilio: TwilioSettings;
  signalwire: SignalWireSettings;
  vapi: VapiSettings;
}

/** How our question about a call went. */
export type FetchedCall =
  | { found: true; events: CallObservation[]; /** The provider has put a price on it. */ priced: boolean }
  | { found: false };

/** When calls began that are asked for. */
export interface CallPeriod {
  since: Date;
  until?: Date;
}

/** A call in the vendor's list, as `fetchCall` would report it. */
export interface ListedCall {
  /** See `CallKey`. */
  externalCallId: string;
  events: CallObservation[];
}

/** One vendor: verifies, understands and answers its webhooks, and asks its REST API. */
export interface Provider<Name extends ProviderName = ProviderName> {
  name: Name;
  /** As people write it. */
  title: string;
  /** Settings for the documentation: of no account, with reserved numbers. */
  example: IntegrationSettings[Name];
  /** What `PUT /dashboard/tenant/config/{name}` takes and the database keeps, encrypted. */
  settings: z.ZodType<IntegrationSettings[Name]>;
  /** Fields of the settings that are never shown, only their last four characters. */
  secretFields: readonly string[];
  /** Largest body that is read, in bytes. */
  maxBodyBytes: number;
  /** Fields that repeat what others say, the least missed first: what is too large to be kept whole loses them. */
  expendableFields?: readonly string[];
  /** Header that must be there for a signature to be looked at all. */
  hasSignature(webhook: WebhookHead): boolean;
  /** Whether the headers alone prove the sender, or show that it is another; undefined where the body is part of the proof. */
  verifyHead?(webhook: WebhookHead, settings: IntegrationSettings[Name]): boolean | undefined;
  verify(webhook: InboundWebhook, settings: IntegrationSettings[Name]): boolean;
  /** @throws AppError `request.malformed` when the body is not what its content type says. */
  parse(webhook: InboundWebhook): ParsedWebhook;
  /** Must be pure and fast: the caller waits on the line. */
  answer(webhook: ParsedWebhook, context: AnswerContext, settings: IntegrationSettings[Name]): WebhookAnswer;
  /**
   * Asks the vendor what became of a call.
   * @throws VendorError when the vendor cannot be reached or refuses; the signal's reason when it was aborted.
   */
  fetchCall(settings: IntegrationSettings[Name], callId: string, signal?: AbortSignal): Promise<FetchedCall>;
  /**
   * Asks the vendor, page by page, for the calls of the tenant's numbers and assistant.
   * @throws as `fetchCall`.
   */
  listCalls(settings: IntegrationSettings[Name], period: CallPeriod, signal?: AbortSignal): AsyncIterable<ListedCall>;
}

/** Carriers know who was called, even where the URL names no tenant. */
export interface CarrierProvider<Name extends Carrier = Carrier> extends Provider<Name> {
  calledNumber(webhook: ParsedWebhook): string | undefined;
  /** Whether it may have given a call this id. */
  isCallId(callId: string): boolean;
  /** A document that the carrier follows from beginning to end without asking us anything. */
  staticDocument(line: StaticLine, script: readonly DarkInstruction[]): string;
  /** Ends a call. @throws as `fetchCall`. */
  hangUp(settings: IntegrationSettings[Name], callId: string, signal?: AbortSignal): Promise<CommandOutcome>;
  /** Has a live call go on with what the carrier finds at a URL of ours. @throws as `fetchCall`. */
  redirect(
    settings: IntegrationSettings[Name],
    callId: string,
    url: string,
    signal?: AbortSignal,
  ): Promise<CommandOutcome>;
}

/** What an assistant wants done during a call, and what its webhook says of the call. */
export interface AskedTools extends Omit<AskingCall, 'externalCallId'> {
  requests: ToolRequest[];
}

/** What a tenant's assistant is to be like. */
export interface AssistantPlan {
  tenant: AnswerContext['tenant'];
  /** Where its webhooks are to go. */
  webhookUrl: string;
  /** Its id there, as far as we know it. */
  assistantId: string | undefined;
  /** The vendor ends calls that last longer, in case we do not. */
  longestCallSeconds: number;
}

export interface SyncedAssistant {
  assistantId: string;
  /** By the tool's name. */
  toolIds: Record<string, string>;
  /** What the vendor still has otherwise, although it took our request. */
  drift: DriftedField[];
  /** Ids of assistants that are this tenant's besides: an answer was lost once, and came true later. */
  duplicates: string[];
}

/** Whether the request was done is not known: no answer came, and the vendor's list does not show it yet. */
export class UnknownOutcome extends Error {}

/** An assistant that carriers connect calls to. */
export interface AssistantProvider<Name extends Assistant> extends Provider<Name> {
  /** `sip:name@sip.vapi.ai`; undefined where the tenant has not said. */
  sipUri(settings: IntegrationSettings[Name]): string | undefined;
  /** Undefined where the webhook asks for none. @param payload of a parsed webhook, also one that was stored. */
  toolsAsked(payload: ParsedWebhook['payload']): AskedTools | undefined;
  /**
   * Tells a live call's assistant what to do.
   * @param controlUrl as `LiveNews` has it.
   * @throws as `fetchCall`.
   */
  command(controlUrl: string, command: AssistantCommand, signal?: AbortSignal): Promise<CommandOutcome>;
  /**
   * Creates or updates the tenant's assistant and its tools at the vendor, and reads back what it has. What is there is looked for
   * first, so that it is made once; never two at a time for a tenant.
   * @throws VendorError; UnknownOutcome; the signal's reason when it was aborted.
   */
  sync(settings: IntegrationSettings[Name], plan: AssistantPlan, signal?: AbortSignal): Promise<SyncedAssistant>;
}
