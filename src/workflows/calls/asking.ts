import { proxyActivities } from '@temporalio/workflow';
import type { Activities, Answer, AskInput } from '../../activities/index.ts';
import type { CallSession, InformedProvider } from '../../domain/calls/session.ts';
import { isCarrier } from '../../domain/providers.ts';
import type { CallWorkflowInput } from '../../temporal/messages.ts';
import { vendorPrice, vendorQuestion } from '../../temporal/policies.ts';

/** What providers said when they were asked. */
export interface Round {
  answers: Answer[];
  /** One that may know the call could not be reached. */
  isUnreachable: boolean;
}

const inputOf = (
  { tenantId, externalCallId }: CallWorkflowInput,
  session: CallSession,
  informed: InformedProvider,
): AskInput => ({
  tenantId,
  externalCallId,
  startedAt: session.facts.startedAt ?? new Date().toISOString(),
  ...informed,
});

const ask = async (input: AskInput): Promise<Answer | null | 'unreachable'> => {
  const summary = `Ask ${input.provider} about the call`;
  const { askProvider } = proxyActivities<Activities>({ ...vendorQuestion, summary });
  try {
    return await askProvider(input);
  } catch {
    // The history keeps the error.
    return 'unreachable';
  }
};

/** What these providers' REST APIs know of the call. */
export const askProviders = async (
  call: CallWorkflowInput,
  session: CallSession,
  providers: InformedProvider[],
): Promise<Round> => {
  const said = await Promise.all(providers.map((informed) => ask(inputOf(call, session, informed))));
  return {
    answers: said.filter((answer) => answer !== null && answer !== 'unreachable'),
    isUnreachable: said.includes('unreachable'),
  };
};

/** All who could know the call: first those that have spoken of it, then, where these know nothing, the others. */
export const askEveryProvider = async (call: CallWorkflowInput, session: CallSession): Promise<Round> => {
  const first = await askProviders(call, session, session.informedProviders());
  if (first.answers.length > 0) return first;
  const others = await askProviders(call, session, session.possiblyInformedProviders());
  return { ...others, isUnreachable: first.isUnreachable || others.isUnreachable };
};

/** The carrier whose price is awaited. Carriers never put one on a call that was not answered. */
export const unpricedCarrier = (session: CallSession): InformedProvider | undefined =>
  session.snapshot().status === 'completed'
    ? session.informedProviders().find(({ provider }) => isCarrier(provider) && !session.facts.costs?.[provider])
    : undefined;

/** The carrier's price, once it has one; undefined when it never comes. */
export const askForPrice = async (
  call: CallWorkflowInput,
  session: CallSession,
  carrier: InformedProvider,
): Promise<Answer | undefined> => {
  const summary = `Ask ${carrier.provider} for the price`;
  const { askPrice } = proxyActivities<Activities>({ ...vendorPrice, summary });
  const endedAt = Math.min(Date.parse(session.snapshot().endedAt ?? ''), Date.now()) || Date.now();
  const askAt = call.priceAfterSeconds.map((seconds) => new Date(endedAt + seconds * 1000).toISOString());
  try {
    return (await askPrice({ ...inputOf(call, session, carrier), askAt })) ?? undefined;
  } catch {
    // Unpriced calls stay visible as such: `provider_cost_cents` holds what is known.
    return undefined;
  }
};
