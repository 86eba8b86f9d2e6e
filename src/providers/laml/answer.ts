import { answer, screen, takingKey, type Happening } from '../../domain/answering/answer.ts';
import { anyMoment, defaultPlan, outboundPlan } from '../../domain/answering/defaultPlan.ts';
import type { AnsweringPlan } from '../../domain/answering/plan.ts';
import { beginningAt, type Position } from '../../domain/answering/position.ts';
import { startStep, type Situation } from '../../domain/answering/situation.ts';
import { e164Of } from '../../contract/calls/phoneNumber.ts';
import { partyIn, sidOf, textOf, type Fields } from '../shared/body.ts';
import { hasTalked } from './dialled.ts';
import { isReport, steps, type LamlKind, type LamlReport } from './kind.ts';
import { createUrls } from './place.ts';
import { render, renderScreening, type Line } from './render.ts';
import type { AnswerContext, Answering, ParsedWebhook, WebhookAnswer } from '../provider.ts';
import { greetings } from '../../words/voice.ts';
import type { LamlDialect } from './webhook.ts';

/** In the URLs of calls that were not answered by a plan of their tenant's. */
const defaultVersion = 'default';

const isOutbound = (fields: Fields): boolean => textOf(fields['Direction'])?.startsWith('outbound') ?? false;

const e164In = (value: unknown): string | undefined => {
  const party = partyIn(value);
  return party !== undefined && e164Of(party) === party ? party : undefined;
};

/** The tenant's plan; for calls of ours, and those that began before there was one, the plan that all have. */
const answeringOf = (
  { answering, tenant, assistantSipUri }: AnswerContext,
  outbound: boolean,
  version: string | undefined,
): Answering => {
  if (!outbound && answering && version !== defaultVersion) return answering;
  const plan = outbound
    ? outboundPlan(greetings.outbound(tenant.name))
    : defaultPlan(greetings.inbound(tenant.name), assistantSipUri !== undefined);
  return { version: defaultVersion, plan, moment: anyMoment };
};

/** URLs of versions before name no position: there was one place only where an assistant was dialled. */
const assumed = ({ steps: named }: AnsweringPlan): Position =>
  beginningAt(Object.keys(named).find((name) => named[name]?.type === 'assistant') ?? '');

const dialledBy = {
  [steps.afterRung]: 'rung',
  [steps.afterOverride]: 'override',
  [steps.afterTransfer]: 'transfer',
} as const;

const whomOf = (mark: string | undefined): Extract<Happening, { type: 'dialled' }>['whom'] =>
  mark !== undefined && Object.hasOwn(dialledBy, mark) ? dialledBy[mark as keyof typeof dialledBy] : 'assistant';

type CallKind = 'voice.inbound' | 'voice.outbound' | 'voice.gather' | 'voice.dial' | 'voice.record' | 'voice.transfer';

const happeningOf = (kind: CallKind, { payload, place }: ParsedWebhook, situation: Situation): Happening => {
  const { mark, position } = place ?? {};
  const [key, speech] = [textOf(payload['Digits']), textOf(payload['SpeechResult'])];
  switch (kind) {
    case 'voice.inbound':
    case 'voice.outbound':
      return mark === steps.goOn && position ? { type: 'arrives', position } : { type: 'begins' };
    case 'voice.gather':
      // Whatever a URL of another version asked, the call goes on where it would begin.
      if (!position) return { type: 'arrives', position: beginningAt(startStep(situation)) };
      if (mark === steps.consent) return { type: 'consented', position, agreed: key === takingKey };
      return {
        type: 'chosen',
        position,
        ...(key !== undefined && { key }),
        ...(speech !== undefined && { speech }),
      };
    case 'voice.transfer': {
      const to = textOf(payload['TransferTo']);
      return to === undefined
        ? { type: 'arrives', position: beginningAt(startStep(situation)) }
        : { type: 'transferred', to };
    }
    case 'voice.dial': {
      const whom = whomOf(mark);
      const talked = hasTalked(payload, whom !== 'assistant');
      return { type: 'dialled', whom, talked, position: position ?? assumed(situation.plan) };
    }
    case 'voice.record':
      return { type: 'messageLeft' };
  }
};

const script = (
  kind: Exclude<LamlKind, LamlReport>,
  webhook: ParsedWebhook,
  context: AnswerContext,
  dialect: LamlDialect,
): string => {
  const { payload, place } = webhook;
  const outbound = kind !== 'voice.screen' && isOutbound(payload);
  const { plan, moment, override, ownNumbers = [], version } = answeringOf(context, outbound, place?.version);
  const [caller, called] = [e164In(payload['From']), e164In(payload['To'])];
  const callId = place?.callId ?? sidOf(payload['CallSid']);
  const line: Line = {
    dialect,
    urls: createUrls(context.webhookUrl, version),
    business: context.tenant.name,
    gasCompany: plan.emergency?.gasCompany,
    caller,
    called: outbound ? caller : called,
    callId,
    assistantSipUri: context.assistantSipUri,
  };
  switch (kind) {
    case 'voice.inbound':
    case 'voice.outbound':
    case 'voice.gather':
    case 'voice.dial':
    case 'voice.transfer':
    case 'voice.record': {
      const circular = [...ownNumbers, called, caller, e164In(payload['ForwardedFrom'])];
      const situation: Situation = {
        plan,
        moment,
        ...(override && { override }),
        hasAssistant: context.assistantSipUri !== undefined,
        circular: circular.filter((number) => number !== undefined),
      };
      return render(line, answer(situation, happeningOf(kind, webhook, situation)));
    }
    case 'voice.screen': {
      if (place?.mark === steps.screen) return renderScreening(line, screen(plan), place.position);
      // An empty document puts the caller through.
      return render(line, textOf(payload['Digits']) === takingKey ? [] : [{ do: 'hangUp' }]);
    }
    // An empty document is silence for a text, and harmless where we do not know what was asked.
    case 'sms.inbound':
    case 'unknown':
      return render(line, []);
  }
};

const acknowledgement: WebhookAnswer = { status: 204, contentType: 'text/plain; charset=utf-8', body: '' };

export const answerLaml = (webhook: ParsedWebhook, context: AnswerContext, dialect: LamlDialect): WebhookAnswer => {
  const kind = webhook.eventType as LamlKind;
  if (isReport(kind)) return acknowledgement;
  return { status: 200, contentType: 'text/xml; charset=utf-8', body: script(kind, webhook, context, dialect) };
};
