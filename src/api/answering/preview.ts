import { languages } from '../../domain/text/languages.ts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { localMoment } from '../../contract/answering/clock.ts';
import { AnsweringPlanSchema } from '../../contract/answering/plan.ts';
import { inE164 } from '../../contract/calls/phoneNumber.ts';
import { currentOverride } from '../../db/answering/overrides.ts';
import { PlanVersion, StoredPlan, Tenant, type StoredOverride } from '../../db/entities.ts';
import { defaultPlan } from '../../domain/answering/defaultPlan.ts';
import type { Utterance } from '../../domain/answering/instruction.ts';
import { menuKeys, weekdays, type AnsweringPlan } from '../../domain/answering/plan.ts';
import { isOpen, type CurrentOverride, type Situation } from '../../domain/answering/situation.ts';
import { walk, type Heard, type Pause, type Reply } from '../../domain/answering/walk.ts';
import { greetings, standard } from '../../words/voice.ts';
import { Id } from '../http/fields.ts';
import { defineRoute, type RequestFor } from '../routing/route.ts';
import { hasAssistant, ownNumbers } from './faults.ts';

const maxReplies = 50;

const ReplySchema = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('talked') }),
    z.object({ type: z.literal('not-taken') }),
    z.object({ type: z.literal('pressed'), key: z.enum([...menuKeys, '#']) }),
    z.object({ type: z.literal('said'), text: z.string().trim().min(1).max(500) }),
    z.object({ type: z.literal('silent') }),
    z.object({ type: z.literal('message-left') }),
  ])
  .meta({
    id: 'AnsweringReply',
    description:
      'How a pause ends: `talked` and `not-taken` where a person or the assistant is called; a key, words or silence in a menu; a message',
  }) satisfies z.ZodType<Reply>;

const Asked = z.object({
  draft: AnsweringPlanSchema.exactOptional().describe('A plan that is not saved'),
  planId: Id.exactOptional().describe('The saved draft of this plan. Without both: what answers now'),
  number: inE164(z.string().trim()).exactOptional().describe('The called number: its own plan, where it has one'),
  caller: inE164(z.string().trim()).exactOptional().describe('Who calls. Default: a withheld number'),
  at: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .exactOptional()
    .describe('When the call comes in. Default: now'),
  replies: z.array(ReplySchema).max(maxReplies).default([]).describe('How each pause of the call ends, in order'),
});

const Spoken = z.object({ language: z.enum(languages), text: z.string() });

const HeardView = z
  .object({
    says: z.array(Spoken),
    waitsFor: z
      .enum(['dialAssistant', 'dialPerson', 'ask', 'takeMessage', 'hangUp'])
      .describe('What the call waits for next; it ends with `hangUp`'),
    step: z.string().nullable().describe('Where in the plan it waits'),
    number: z.string().nullable().describe('Who is called'),
    seconds: z.int().nullable().describe('How long it rings, waits for a key, or records'),
  })
  .meta({ id: 'AnsweringHeard', description: 'What a caller hears until the next pause' });

const exampleHeard = {
  says: [{ language: 'fr', text: 'Plomberie Lavoie, bonjour!' }],
  waitsFor: 'dialAssistant',
  step: 'assistant',
  number: null,
  seconds: 20,
};

const secondsOf = (pause: Pause): number | null => {
  switch (pause.do) {
    case 'dialAssistant':
    case 'dialPerson':
      return pause.ringSeconds;
    case 'ask':
      return pause.seconds;
    case 'takeMessage':
      return pause.longestSeconds;
    case 'hangUp':
      return null;
  }
};

const spoken = (business: string, { emergency }: AnsweringPlan, utterance: Utterance): z.input<typeof Spoken> => ({
  language: utterance.language,
  text:
    'text' in utterance
      ? utterance.text
      : standard[utterance.sentence](business, emergency?.gasCompany)[utterance.language],
});

const presentHeard = (business: string, plan: AnsweringPlan, { says, waits }: Heard): z.input<typeof HeardView> => ({
  says: says.map((utterance) => spoken(business, plan, utterance)),
  waitsFor: waits.do,
  step: waits.do === 'hangUp' ? null : (waits.back.position?.step ?? null),
  number: waits.do === 'dialPerson' ? waits.number : null,
  seconds: secondsOf(waits),
});

const publishedPlan = async (em: EntityManager, number: string | undefined): Promise<AnsweringPlan | undefined> => {
  const stored = await em.find(
    StoredPlan,
    { $or: [{ number: null }, ...(number === undefined ? [] : [{ number }])], currentVersion: { $ne: null } },
    { orderBy: { number: 'asc nulls last' }, limit: 1, exclude: ['draft'] },
  );
  const [{ id, currentVersion } = { id: undefined, currentVersion: null }] = stored;
  if (id === undefined || currentVersion === null) return undefined;
  return (await em.findOneOrFail(PlanVersion, { planId: id, version: currentVersion })).plan;
};

type Request = RequestFor<'answering:read', undefined, undefined, z.output<typeof Asked>>;

const planAsked = async (request: Request, business: string): Promise<AnsweringPlan> => {
  const { em, body } = request;
  if (body.draft) return body.draft;
  if (body.planId !== undefined) return (await em.findOneOrFail(StoredPlan, body.planId)).draft;
  const published = await publishedPlan(em, body.number);
  return published ?? defaultPlan(greetings.inbound(business), hasAssistant(request));
};

const overrideIn = (stored: StoredOverride | null, at: Date): CurrentOverride | undefined => {
  if (!stored || at >= stored.until) return undefined;
  return stored.kind === 'all-to' && stored.number !== null
    ? { kind: 'all-to', number: stored.number }
    : { kind: 'closed' };
};

export const previewAnswer = defineRoute(
  {
    method: 'post',
    path: '/dashboard/answering/preview',
    permission: 'answering:read',
    operationId: 'previewAnswer',
    summary: 'Preview what a caller hears',
    description:
      'Step by step, from the ring on, as the phone line decides it: by a plan, at a time, with the override that holds then. Without replies it shows the beginning; each reply ends a pause. It stops at a reply that does not fit its pause. No call is made and nothing is kept.',
    tags: ['Answering'],
    body: Asked,
    response: z.object({
      moment: z.object({
        date: z.iso.date(),
        weekday: z.enum(weekdays),
        time: z.string().describe('`HH:mm` on the clock of the business'),
        holiday: z.string().nullable(),
        open: z.boolean(),
      }),
      heard: z.array(HeardView),
    }),
    errors: ['resource.not_found'],
    examples: {
      body: { at: '2026-01-15T14:30:00.000Z', caller: '+15145550142', replies: [] },
      response: {
        moment: { date: '2026-01-15', weekday: 'thursday', time: '09:30', holiday: null, open: true },
        heard: [exampleHeard],
      },
    },
  },
  async (request) => {
    const { em, auth, body } = request;
    const { name } = await em.findOneOrFail(Tenant, auth.tenantId);
    const plan = await planAsked(request, name);
    const at = body.at ?? new Date();
    const moment = localMoment(plan, at);
    const override = overrideIn(await currentOverride(em), at);
    const circular = [...(await ownNumbers(em)), ...(body.caller === undefined ? [] : [body.caller])];
    const situation: Situation = {
      plan,
      moment,
      ...(override && { override }),
      hasAssistant: hasAssistant(request),
      circular,
    };
    const clock = [Math.floor(moment.minute / 60), moment.minute % 60];
    return {
      moment: {
        date: moment.date,
        weekday: moment.weekday,
        time: clock.map((part) => String(part).padStart(2, '0')).join(':'),
        holiday: moment.holiday ?? null,
        open: isOpen(situation),
      },
      heard: walk(situation, body.replies).map((heard) => presentHeard(name, plan, heard)),
    };
  },
);
