import type { AnsweringPlan, MenuKey, Step } from './plan.ts';
import { isOnDuty } from './situation.ts';

/** Where a step leads. Without a key: by itself, when the step did not succeed or has been said. */
export interface Edge {
  /** Place in the plan that names the step: `steps.menu.choices.1`. */
  path: string;
  to: string;
  key?: MenuKey;
}

const choicesOf = (name: string, { choices }: Extract<Step, { type: 'menu' }>): Edge[] =>
  (Object.entries(choices) as [MenuKey, string][]).map(([key, to]) => ({
    path: `steps.${name}.choices.${key}`,
    to,
    key,
  }));

export const edgesOf = (name: string, step: Step): Edge[] => {
  switch (step.type) {
    case 'assistant':
    case 'staff':
      return [{ path: `steps.${name}.otherwise`, to: step.otherwise }];
    case 'menu':
      return [{ path: `steps.${name}.otherwise`, to: step.otherwise }, ...choicesOf(name, step)];
    case 'say':
      return [{ path: `steps.${name}.next`, to: step.next }];
    case 'voicemail':
    case 'goodbye':
      return [];
  }
};

export const stepNamed = ({ steps }: Pick<AnsweringPlan, 'steps'>, name: string): Step | undefined =>
  Object.hasOwn(steps, name) ? steps[name] : undefined;

export const isAttended = ({ rungs }: Extract<Step, { type: 'staff' }>, open: boolean): boolean =>
  rungs.some((rung) => isOnDuty(rung, open));

/** Steps that calls meet while the business is open, or while it is closed. Names of steps that do not exist are left out. */
export const reachedFrom = (plan: AnsweringPlan, ...starts: string[]): Set<string> => {
  const reached = new Set<string>();
  const waiting = [...starts];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const step = stepNamed(plan, name);
    if (!step || reached.has(name)) continue;
    reached.add(name);
    waiting.push(...edgesOf(name, step).map(({ to }) => to));
  }
  return reached;
};

/** The steps that a call meets when nothing succeeds and the caller does nothing, as far as they exist or repeat. */
export const unaidedFrom = (plan: AnsweringPlan, start: string): string[] => {
  const met: string[] = [];
  let name: string | undefined = start;
  while (name !== undefined && !met.includes(name)) {
    const step = stepNamed(plan, name);
    if (!step) break;
    met.push(name);
    name = edgesOf(name, step).find(({ key }) => key === undefined)?.to;
  }
  return met;
};

/** Circles that a call goes round by itself, each once, from the step that comes first in the alphabet. */
export const circlesOf = (plan: AnsweringPlan): string[][] => {
  const circles = new Map<string, string[]>();
  for (const start of Object.keys(plan.steps)) {
    const met = unaidedFrom(plan, start);
    const last = met.at(-1);
    const step = last === undefined ? undefined : stepNamed(plan, last);
    const next = step && edgesOf('', step).find(({ key }) => key === undefined)?.to;
    const from = next === undefined ? -1 : met.indexOf(next);
    if (from === -1) continue;
    const circle = met.slice(from);
    const first = circle.indexOf(circle.toSorted()[0] ?? '');
    const turned = [...circle.slice(first), ...circle.slice(0, first)];
    circles.set(turned.join(' '), turned);
  }
  return [...circles.values()];
};
