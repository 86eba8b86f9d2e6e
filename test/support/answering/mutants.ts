import type { Fault, FaultCode } from '../../../src/domain/answering/fault.ts';
import { edgesOf } from '../../../src/domain/answering/graph.ts';
import { weekdays, type AnsweringPlan, type Step } from '../../../src/domain/answering/plan.ts';
import { rung } from './plans.ts';

/** A good plan, made bad in one place. */
interface BadPlan {
  what: string;
  plan: AnsweringPlan;
  code: FaultCode;
  path: string;
  hour?: Exclude<Fault['hour'], undefined>['state'];
}

/** The plan with a value at a dotted path. Undefined: without it. */
const withAt = (plan: AnsweringPlan, path: string, value: unknown): AnsweringPlan => {
  const copy = structuredClone(plan) as unknown as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place = copy;
  for (const key of keys) place = place[key] as Record<string, unknown>;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy as unknown as AnsweringPlan;
};

const stepsOf = (plan: AnsweringPlan): [string, Step][] => Object.entries(plan.steps);

const edgeMutants = (plan: AnsweringPlan): BadPlan[] =>
  [
    ...['start.open', 'start.closed', ...(plan.emergency ? ['emergency.step'] : [])].map((path) => ({
      path,
      name: '',
      key: 'x',
    })),
    ...stepsOf(plan).flatMap(([name, step]) => edgesOf(name, step).map(({ path, key }) => ({ path, name, key }))),
  ].flatMap(({ path, name, key }): BadPlan[] => [
    ...['nowhere', 'constructor'].map((to): BadPlan => ({
      what: `${path} names ${to}`,
      plan: withAt(plan, path, to),
      code: 'step.missing',
      path,
    })),
    ...(key === undefined
      ? [
          {
            what: `${path} leads back`,
            plan: withAt(plan, path, name),
            code: 'step.loop',
            path: `steps.${name}`,
          } satisfies BadPlan,
        ]
      : []),
  ]);

const stepMutants = (plan: AnsweringPlan): BadPlan[] => [
  ...stepsOf(plan)
    .map(([name]) => ({ name, plan: withAt(plan, `steps.${name}`, undefined) }))
    .flatMap(({ name, plan: lacking }) => {
      const [path] = [
        ...['start.open', 'start.closed'].filter((at) => plan.start[at.slice(6) as 'open'] === name),
        ...stepsOf(lacking).flatMap(([from, step]) =>
          edgesOf(from, step)
            .filter(({ to }) => to === name)
            .map((edge) => edge.path),
        ),
      ];
      return path === undefined
        ? []
        : [{ what: `without ${name}`, plan: lacking, code: 'step.missing', path } satisfies BadPlan];
    }),
  {
    what: 'a step that no call comes to',
    plan: withAt(plan, 'steps.orphan', { type: 'goodbye' }),
    code: 'step.unreachable',
    path: 'steps.orphan',
  },
  {
    what: 'two steps that lead to each other',
    plan: withAt(
      withAt(withAt(plan, 'steps.ping', { type: 'assistant', otherwise: 'pong' }), 'steps.pong', {
        type: 'assistant',
        otherwise: 'ping',
      }),
      'start.open',
      'pong',
    ),
    code: 'step.loop',
    path: 'steps.ping',
  },
  {
    what: 'more steps than a call goes through',
    plan: {
      ...plan,
      steps: {
        ...plan.steps,
        ...Object.fromEntries(Array.from({ length: 31 }, (_, index) => [`x${index}`, { type: 'goodbye' as const }])),
      },
    },
    code: 'steps.too_many',
    path: 'steps',
  },
];

const staffMutants = (plan: AnsweringPlan): BadPlan[] =>
  stepsOf(plan).flatMap(([name, step]): BadPlan[] => {
    if (step.type === 'assistant')
      return [{ what: `no assistant for ${name}`, plan, code: 'assistant.missing', path: `steps.${name}` }];
    if (step.type !== 'staff') return [];
    return step.rungs.map((_, index) => {
      const path = `steps.${name}.rungs.${index}`;
      return {
        what: `${path} is our own number`,
        plan: withAt(plan, `${path}.number`, '+15145550100'),
        code: 'number.circular',
        path,
      };
    });
  });

const keyMutants = (plan: AnsweringPlan): BadPlan[] =>
  stepsOf(plan).flatMap(([name, step]): BadPlan[] => {
    if (step.type !== 'menu') return [];
    const path = `steps.${name}.choices.7`;
    const dead = (during: 'open' | 'closed'): AnsweringPlan =>
      withAt(
        withAt(plan, 'steps.part-time', {
          type: 'staff',
          rungs: [rung('Mi-temps', 5, { during })],
          otherwise: 'voicemail',
        }),
        path,
        'part-time',
      );
    return [
      // Each of these menus is met in one state only, or in both: the other state's key is the dead one.
      ...(['open', 'closed'] as const)
        .filter((during) => (name === 'night' ? during === 'open' : name === 'menu' ? during === 'closed' : false))
        .map((during): BadPlan => ({
          what: `${path} calls people who work when it is ${during}`,
          plan: dead(during),
          code: 'key.dead',
          path,
          hour: during === 'open' ? 'closed' : 'open',
        })),
      {
        what: `${name} has no keys`,
        plan: withAt(plan, `steps.${name}.choices`, {}),
        code: 'menu.no_choices',
        path: `steps.${name}`,
      },
    ];
  });

const textPathsOf = (plan: AnsweringPlan): string[] => [
  'greeting',
  ...stepsOf(plan).flatMap(([name, step]) => {
    if (step.type === 'menu') return [`steps.${name}.prompt`];
    return 'text' in step && step.text
      ? [`steps.${name}.text`]
      : 'greeting' in step && step.greeting
        ? [`steps.${name}.greeting`]
        : [];
  }),
];

const textMutants = (plan: AnsweringPlan): BadPlan[] => [
  ...textPathsOf(plan).flatMap((path) =>
    plan.languages.flatMap((language) =>
      [undefined, '', ' \n', '…?!', '\u0000\u0001'].map((text): BadPlan => ({
        what: `${path} in ${language} is ${JSON.stringify(text)}`,
        plan: withAt(plan, `${path}.${language}`, text),
        code: 'text.missing',
        path,
      })),
    ),
  ),
  { what: 'no language', plan: { ...plan, languages: [] }, code: 'languages.none', path: 'languages' },
  {
    what: 'a language twice',
    plan: { ...plan, languages: [...plan.languages, ...plan.languages] },
    code: 'languages.repeated',
    path: 'languages',
  },
];

const hourMutants = (plan: AnsweringPlan): BadPlan[] => [
  ...weekdays.flatMap((day): BadPlan[] => {
    const path = `hours.${day}`;
    const overlapping = [
      { from: '08:00', to: '12:00' },
      { from: '11:59', to: '13:00' },
    ];
    return [
      { what: `${path} overlaps`, plan: withAt(plan, path, overlapping), code: 'hours.overlap', path },
      {
        what: `${path} overlaps, in disorder`,
        plan: withAt(plan, path, [
          { from: '09:00', to: '10:00' },
          { from: '00:00', to: '24:00' },
        ]),
        code: 'hours.overlap',
        path,
      },
      {
        what: `${path} ends before it begins`,
        plan: withAt(plan, path, [{ from: '17:00', to: '08:00' }]),
        code: 'hours.empty',
        path,
      },
      {
        what: `${path} has no minute`,
        plan: withAt(plan, path, [{ from: '08:00', to: '08:00' }]),
        code: 'hours.empty',
        path,
      },
    ];
  }),
  {
    what: 'never open',
    plan: { ...plan, hours: Object.fromEntries(weekdays.map((day) => [day, []])) as unknown as AnsweringPlan['hours'] },
    code: 'hours.never_open',
    path: 'hours',
  },
  {
    what: 'a special day twice',
    plan: { ...plan, specialDays: [...plan.specialDays, { date: '2026-12-24', intervals: [] }] },
    code: 'special_day.repeated',
    path: 'specialDays.2026-12-24',
  },
  {
    what: 'a special day that overlaps',
    plan: {
      ...plan,
      specialDays: [
        {
          date: '2027-01-02',
          intervals: [
            { from: '08:00', to: '10:00' },
            { from: '09:00', to: '11:00' },
          ],
        },
      ],
    },
    code: 'hours.overlap',
    path: 'specialDays.2027-01-02',
  },
];

const emergencyMutants = (plan: AnsweringPlan): BadPlan[] => {
  const { emergency } = plan;
  if (!emergency) return [];
  const path = 'emergency.step';
  const ladder = `steps.${emergency.step}.rungs`;
  return [
    ...plan.languages.flatMap((language) =>
      [undefined, [], ['!']].map((words): BadPlan => ({
        what: `no word in ${language}: ${JSON.stringify(words)}`,
        plan: withAt(plan, `emergency.words.${language}`, words),
        code: 'emergency.words_missing',
        path: 'emergency.words',
      })),
    ),
    {
      what: 'an emergency is met by a machine',
      plan: withAt(plan, path, 'voicemail'),
      code: 'emergency.unattended',
      path,
      hour: 'open',
    },
    {
      what: 'nobody by day',
      plan: withAt(plan, ladder, [rung('Nuit', 3, { during: 'closed' })]),
      code: 'emergency.unattended',
      path,
      hour: 'open',
    },
    {
      what: 'nobody at night',
      plan: withAt(plan, ladder, [rung('Jour', 3, { during: 'open' })]),
      code: 'emergency.unattended',
      path,
      hour: 'closed',
    },
  ];
};

/** Every way to spoil a good plan that we could think of, in every place of it. */
export const badPlansOf = (plan: AnsweringPlan): BadPlan[] => [
  ...edgeMutants(plan),
  ...stepMutants(plan),
  ...staffMutants(plan),
  ...keyMutants(plan),
  ...textMutants(plan),
  ...hourMutants(plan),
  ...emergencyMutants(plan),
  {
    what: 'silence that outlasts the call',
    plan: withAt(plan, 'limits.longestSilenceSeconds', plan.limits.longestCallSeconds + 1),
    code: 'limits.silence_longer_than_call',
    path: 'limits.longestSilenceSeconds',
  },
];
