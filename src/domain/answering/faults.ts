import type { Fault, FaultHour } from './fault.ts';
import { faultsOfHours, firstHour } from './faultsOfHours.ts';
import { circlesOf, edgesOf, isAttended, reachedFrom, stepNamed, unaidedFrom } from './graph.ts';
import type { AnsweringPlan, SpokenText, Step } from './plan.ts';
import { isOnDuty } from './situation.ts';

/** What a plan alone does not say. */
export interface PlanFacts {
  /** E.164. Numbers that lead back here: the tenant's own, and those that are known to forward to them. */
  circularNumbers?: readonly string[];
  /** Undefined where it is not known. */
  hasAssistant?: boolean;
}

const states = [true, false] as const;

/** Where calls begin, and where callers and assistants send them in an emergency. */
const rootsOf = ({ start, emergency }: AnsweringPlan, open: boolean): string[] => [
  open ? start.open : start.closed,
  ...(emergency ? [emergency.step] : []),
];

/** What calls may meet by the hour. An override closes any business, so that both are always looked at. */
const reachedWhen = (plan: AnsweringPlan, open: boolean): Set<string> => reachedFrom(plan, ...rootsOf(plan, open));

const hourOf = (plan: AnsweringPlan, open: boolean): FaultHour => ({
  state: open ? 'open' : 'closed',
  ...firstHour(plan, open),
});

const stepsOf = ({ steps }: AnsweringPlan): [string, Step][] => Object.entries(steps);

const missingSteps = (plan: AnsweringPlan): Fault[] => {
  const named = [
    { path: 'start.open', to: plan.start.open, step: undefined },
    { path: 'start.closed', to: plan.start.closed, step: undefined },
    ...(plan.emergency ? [{ path: 'emergency.step', to: plan.emergency.step, step: undefined }] : []),
    ...stepsOf(plan).flatMap(([name, step]) => edgesOf(name, step).map((edge) => ({ ...edge, step: name }))),
  ];
  return named
    .filter(({ to }) => !stepNamed(plan, to))
    .map(({ path, to, step }) => ({
      code: 'step.missing',
      path,
      ...(step !== undefined && { step }),
      params: { name: to },
    }));
};

const unreachableSteps = (plan: AnsweringPlan): Fault[] => {
  const reached = new Set(states.flatMap((open) => [...reachedWhen(plan, open)]));
  return Object.keys(plan.steps)
    .filter((name) => !reached.has(name))
    .map((name) => ({ code: 'step.unreachable', path: `steps.${name}`, step: name, params: {} }));
};

/** A call that went through more would be ended by `answer`. */
const maxSteps = 30;

const tooManySteps = ({ steps }: AnsweringPlan): Fault[] =>
  Object.keys(steps).length > maxSteps
    ? [{ code: 'steps.too_many', path: 'steps', params: { most: String(maxSteps) } }]
    : [];

const loops = (plan: AnsweringPlan): Fault[] =>
  circlesOf(plan).map((circle) => ({
    code: 'step.loop',
    path: `steps.${circle[0]}`,
    ...(circle[0] !== undefined && { step: circle[0] }),
    params: { steps: circle.join(', ') },
  }));

/** Whether a person is called at once, by this step or by those that it passes the call on to. */
const callsPeople = (plan: AnsweringPlan, start: string, open: boolean): boolean => {
  for (const name of unaidedFrom(plan, start)) {
    const step = stepNamed(plan, name);
    if (step?.type === 'staff' && isAttended(step, open)) return true;
    if (step?.type !== 'staff' && step?.type !== 'say') return false;
  }
  return false;
};

const deadKeys = (plan: AnsweringPlan): Fault[] =>
  states.flatMap((open) =>
    [...reachedWhen(plan, open)].flatMap((name) => {
      const step = stepNamed(plan, name);
      if (step?.type !== 'menu') return [];
      return edgesOf(name, step).flatMap(({ key, to, path }): Fault[] => {
        if (key === undefined || stepNamed(plan, to)?.type !== 'staff' || callsPeople(plan, to, open)) return [];
        return [{ code: 'key.dead', path, step: name, hour: hourOf(plan, open), params: { key, name: to } }];
      });
    }),
  );

const isSaid = (text: string | undefined): boolean => text !== undefined && /[\p{L}\p{N}]/u.test(text);

const textsOf = (plan: AnsweringPlan): { path: string; text: SpokenText | undefined; step?: string }[] => [
  { path: 'greeting', text: plan.greeting },
  ...stepsOf(plan).flatMap(([step, met]) => {
    switch (met.type) {
      case 'menu':
        return [{ path: `steps.${step}.prompt`, text: met.prompt, step }];
      case 'say':
        return [{ path: `steps.${step}.text`, text: met.text, step }];
      case 'voicemail':
        return met.greeting ? [{ path: `steps.${step}.greeting`, text: met.greeting, step }] : [];
      case 'goodbye':
        return met.text ? [{ path: `steps.${step}.text`, text: met.text, step }] : [];
      case 'assistant':
      case 'staff':
        return [];
    }
  }),
];

const missingTexts = (plan: AnsweringPlan): Fault[] =>
  textsOf(plan).flatMap(({ path, text, step }) =>
    plan.languages
      .filter((language) => !isSaid(text?.[language]))
      .map((language): Fault => ({
        code: 'text.missing',
        path,
        ...(step !== undefined && { step }),
        params: { language },
      })),
  );

const faultsOfLanguages = ({ languages }: AnsweringPlan): Fault[] => {
  if (languages.length === 0) return [{ code: 'languages.none', path: 'languages', params: {} }];
  return new Set(languages).size < languages.length
    ? [{ code: 'languages.repeated', path: 'languages', params: {} }]
    : [];
};

const faultsOfSteps = (plan: AnsweringPlan, { circularNumbers = [], hasAssistant }: PlanFacts): Fault[] => {
  const reached = states.map((open) => ({ open, names: reachedWhen(plan, open) }));
  return stepsOf(plan).flatMap(([step, met]): Fault[] => {
    const path = `steps.${step}`;
    if (met.type === 'menu' && Object.keys(met.choices).length === 0)
      return [{ code: 'menu.no_choices', path, step, params: {} }];
    if (met.type === 'assistant' && hasAssistant === false)
      return [{ code: 'assistant.missing', path, step, params: {} }];
    if (met.type !== 'staff') return [];
    const when = reached.filter(({ names }) => names.has(step));
    return met.rungs.flatMap((rung, index): Fault[] => {
      const about = { path: `${path}.rungs.${index}`, step, params: { name: rung.name } };
      const isCalled = when.length === 0 || when.some(({ open }) => isOnDuty(rung, open));
      return [
        ...(circularNumbers.includes(rung.number) ? [{ code: 'number.circular', ...about } satisfies Fault] : []),
        ...(isCalled ? [] : [{ code: 'rung.never_called', ...about } satisfies Fault]),
      ];
    });
  });
};

const faultsOfEmergency = (plan: AnsweringPlan): Fault[] => {
  const { emergency, languages } = plan;
  if (!emergency) return [];
  const { step, words } = emergency;
  const path = 'emergency.step';
  const unheard = languages.filter((language) => !words[language]?.some(isSaid));
  const unattended = states.filter((open) =>
    unaidedFrom(plan, step).every((name) => {
      const met = stepNamed(plan, name);
      return met?.type !== 'staff' || !isAttended(met, open);
    }),
  );
  return [
    ...unheard.map((language): Fault => ({
      code: 'emergency.words_missing',
      path: 'emergency.words',
      params: { language },
    })),
    // A step that does not exist is a fault of its own.
    ...(stepNamed(plan, step) ? unattended : []).map((open): Fault => ({
      code: 'emergency.unattended',
      path,
      step,
      hour: hourOf(plan, open),
      params: {},
    })),
  ];
};

const faultsOfLimits = ({ limits }: AnsweringPlan): Fault[] =>
  limits.longestSilenceSeconds > limits.longestCallSeconds
    ? [{ code: 'limits.silence_longer_than_call', path: 'limits.longestSilenceSeconds', params: {} }]
    : [];

/**
 * What keeps a plan from answering every caller, at every hour, whatever fails: silence, loops, keys and steps that lead
 * nowhere. None: the plan may be published.
 */
export const findFaults = (plan: AnsweringPlan, facts: PlanFacts = {}): Fault[] => [
  ...missingSteps(plan),
  ...loops(plan),
  ...tooManySteps(plan),
  ...unreachableSteps(plan),
  ...deadKeys(plan),
  ...missingTexts(plan),
  ...faultsOfLanguages(plan),
  ...faultsOfHours(plan),
  ...faultsOfSteps(plan, facts),
  ...faultsOfEmergency(plan),
  ...faultsOfLimits(plan),
];
