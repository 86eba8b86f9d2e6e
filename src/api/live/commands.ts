import { z } from 'zod';
import { inE164, isRungFreely } from '../../contract/calls/phoneNumber.ts';
import { because } from '../../contract/problems/fieldErrors.ts';
import { PhoneNumber, Tenant } from '../../db/entities.ts';
import type { AssistantCommand } from '../../domain/calls/command.ts';
import type { ErrorCode } from '../../errors.ts';
import { transferUrl } from '../../providers/laml/transfer.ts';
import { ById } from '../http/fields.ts';
import { invalidField } from '../http/input.ts';
import { defineRoute } from '../routing/route.ts';
import { webhookUrl } from '../webhooks/urls.ts';
import { commandAssistant, hangUp, redirect } from './control.ts';

const tags = ['Calls'];
const at = (command: string) => `/dashboard/calls/:id/${command}`;

const errors: readonly ErrorCode[] = [
  'resource.not_found',
  'call.over',
  'call.not_controllable',
  'provider.refused',
  'provider.unreachable',
];

/** What all commands have in common. */
const command = {
  method: 'post',
  writes: 'by itself',
  permission: 'calls:control',
  tags,
  params: ById,
  errors,
} as const;

const Taken = z.object({ taken: z.literal(true) }).meta({ id: 'CommandTaken', description: 'The provider took it' });
const taken = { taken: true } as const;

export const hangUpCall = defineRoute(
  {
    ...command,
    path: at('hang-up'),
    operationId: 'hangUpCall',
    summary: 'End a call',
    description: 'Tells the carrier, and asks it for up to ten seconds whether the call is over.',
    response: z.object({ ended: z.boolean().describe('False: it was told, and had not done so after ten seconds') }),
    examples: { response: { ended: true } },
  },
  async (request) => ({ ended: await hangUp(request) }),
);

export const sayInCall = defineRoute(
  {
    ...command,
    path: at('say'),
    operationId: 'sayInCall',
    summary: 'Have the assistant say a sentence',
    description: 'It interrupts itself for it. The sentence is not kept.',
    body: z.object({ text: z.string().trim().min(1).max(500) }),
    response: Taken,
    examples: { body: { text: 'Un technicien vous rejoint dans un instant.' }, response: taken },
  },
  async (request) => {
    await commandAssistant(request, { kind: 'say', text: request.body.text });
    return taken;
  },
);

const assistantRoute = (kind: 'mute' | 'unmute', summary: string) =>
  defineRoute(
    {
      ...command,
      path: at(`${kind}-assistant`),
      operationId: `${kind}Assistant`,
      summary,
      response: Taken,
      examples: { response: taken },
    },
    async (request) => {
      const wanted: AssistantCommand = { kind };
      await commandAssistant(request, wanted);
      return taken;
    },
  );

export const muteAssistant = assistantRoute('mute', 'Silence the assistant');
export const unmuteAssistant = assistantRoute('unmute', 'Let the assistant speak again');

export const transferCall = defineRoute(
  {
    ...command,
    path: at('transfer'),
    operationId: 'transferCall',
    summary: 'Transfer a call to a person',
    description:
      'The carrier rings the number on the leg of the caller, and the assistant is out of the call. Where the number does not answer, the caller can leave a message. A number that we answer ourselves is refused: it would ring itself.',
    body: z.object({
      to: inE164(z.string())
        .refine(isRungFreely, because('number.costly'))
        .describe('In Canada or the United States, at no premium'),
    }),
    response: Taken,
    examples: { body: { to: '+15145550191' }, response: taken },
  },
  async (request) => {
    const { app, auth, body } = request;
    const em = request.em.fork();
    if ((await em.count(PhoneNumber, { number: body.to, status: { $ne: 'released' } })) > 0)
      throw invalidField('body.to', 'number.circular');
    const { slug } = await em.findOneOrFail(Tenant, auth.tenantId);
    await redirect(
      request,
      ({ carrier }) => transferUrl(webhookUrl(app.config.http.publicUrl, carrier, slug), body.to),
      // The audit log is never erased, so it gets no whole number of a person.
      { toEnding: body.to.slice(-4) },
    );
    return taken;
  },
);
