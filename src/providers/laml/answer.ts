import twilio from 'twilio';
import { textOf } from '../shared/body.ts';
import { isReport, steps, type LamlKind, type LamlReport } from './kind.ts';
import type { AnswerContext, ParsedWebhook, WebhookAnswer } from '../provider.ts';
import type { Bilingual } from '../../words/bilingual.ts';
import { voice } from '../../words/voice.ts';

type VoiceResponse = InstanceType<typeof twilio.twiml.VoiceResponse>;

const ringSeconds = 20;
const voicemailSeconds = 180;
const silenceSeconds = 5;

/** Twilio and SignalWire both speak with these. */
const french = { voice: 'Polly.Gabrielle-Neural', language: 'fr-CA' } as const;
const english = { voice: 'Polly.Joanna-Neural', language: 'en-US' } as const;

/** XML has no way to write these, escaped or not. */
// oxlint-disable-next-line no-control-regex
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** French comes first, by law and by courtesy. */
const say = (response: VoiceResponse, { fr, en }: Bilingual): void => {
  response.say(french, fr.replace(unwritable, ' '));
  response.say(english, en.replace(unwritable, ' '));
};

const at = (webhookUrl: string, step: string): string => `${webhookUrl}?step=${step}`;

const hangUp = (response: VoiceResponse): void => {
  say(response, voice.thanks());
  response.hangup();
};

const takeMessage = (response: VoiceResponse, { tenant, webhookUrl }: AnswerContext): void => {
  say(response, voice.leaveMessage(tenant.name));
  response.record({
    action: at(webhookUrl, steps.afterVoicemail),
    recordingStatusCallback: at(webhookUrl, steps.voicemailRecorded),
    recordingStatusCallbackEvent: ['completed'],
    maxLength: voicemailSeconds,
    timeout: silenceSeconds,
    playBeep: true,
    finishOnKey: '#',
  });
  // Reached when the caller stays silent.
  hangUp(response);
};

/** The header brings our id of the call back in the assistant's webhooks. */
const assistantAddress = (sipUri: string, callSid: string | undefined): string =>
  callSid ? `${sipUri}${sipUri.includes('?') ? '&' : '?'}X-Call-Sid=${encodeURIComponent(callSid)}` : sipUri;

const connectAssistant = (
  response: VoiceResponse,
  sipUri: string,
  webhookUrl: string,
  callSid: string | undefined,
): void => {
  response
    .dial({ action: at(webhookUrl, steps.afterAssistant), timeout: ringSeconds })
    .sip(assistantAddress(sipUri, callSid));
};

/** A person who picks up a call of ours has no message to leave: without the assistant there is only the goodbye. */
const fallBack = (response: VoiceResponse, context: AnswerContext, outbound: boolean): void =>
  outbound ? hangUp(response) : takeMessage(response, context);

const script = (
  kind: Exclude<LamlKind, LamlReport>,
  { payload }: ParsedWebhook,
  context: AnswerContext,
): VoiceResponse => {
  const response = new twilio.twiml.VoiceResponse();
  const sipUri = context.assistantSipUri;
  const callSid = textOf(payload['CallSid']);
  const outbound = textOf(payload['Direction'])?.startsWith('outbound') ?? false;

  switch (kind) {
    case 'voice.inbound':
    case 'voice.outbound':
    case 'voice.gather': {
      const greeting = kind === 'voice.outbound' ? voice.calling : voice.welcome;
      if (!sipUri) {
        fallBack(response, context, outbound);
        return response;
      }
      if (kind !== 'voice.gather') say(response, greeting(context.tenant.name));
      connectAssistant(response, sipUri, context.webhookUrl, callSid);
      return response;
    }
    case 'voice.transfer': {
      const to = textOf(payload['TransferTo']);
      if (to === undefined) fallBack(response, context, outbound);
      // What becomes of it is asked as after any dial: where no one answers, the caller leaves a message.
      else response.dial({ action: at(context.webhookUrl, steps.afterTransfer), timeout: ringSeconds }).number(to);
      return response;
    }
    case 'voice.dial': {
      const connected = /^(?:completed|answered)$/.test(textOf(payload['DialCallStatus']) ?? '');
      if (connected && textOf(payload['DialBridged']) !== 'false') response.hangup();
      else fallBack(response, context, outbound);
      return response;
    }
    case 'voice.record':
      hangUp(response);
      return response;
    // An empty document is silence for a text, and harmless where we do not know what was asked.
    case 'sms.inbound':
    case 'unknown':
      return response;
  }
};

const acknowledgement: WebhookAnswer = { status: 204, contentType: 'text/plain; charset=utf-8', body: '' };

export const answerLaml = (webhook: ParsedWebhook, context: AnswerContext): WebhookAnswer => {
  const kind = webhook.eventType as LamlKind;
  if (isReport(kind)) return acknowledgement;
  return { status: 200, contentType: 'text/xml; charset=utf-8', body: script(kind, webhook, context).toString() };
};
