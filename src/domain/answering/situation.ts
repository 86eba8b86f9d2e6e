import { isOpenAt, type LocalMoment } from './moment.ts';
import type { AnsweringOverride } from './override.ts';
import type { AnsweringPlan, Rung } from './plan.ts';

/** An exception that holds now. */
export type CurrentOverride = AnsweringOverride extends infer Override
  ? Override extends { until: Date }
    ? Omit<Override, 'until'>
    : never
  : never;

/** All that an answer depends on besides what has just happened. */
export interface Situation {
  plan: AnsweringPlan;
  moment: LocalMoment;
  override?: CurrentOverride;
  /** The tenant has an assistant that carriers can connect to. */
  hasAssistant: boolean;
  /** E.164. Numbers that would ring in a circle: the called one, the one that forwards to it, the caller's own. */
  circular: readonly string[];
}

export const isOpen = ({ plan, moment, override }: Pick<Situation, 'plan' | 'moment' | 'override'>): boolean =>
  override?.kind !== 'closed' && isOpenAt(plan, moment);

/** Whether a person is called at this moment. */
export const isOnDuty = ({ during }: Pick<Rung, 'during'>, open: boolean): boolean =>
  during === undefined || (during === 'open') === open;

/** Where a call begins, by the hour. */
export const startStep = (situation: Pick<Situation, 'plan' | 'moment' | 'override'>): string =>
  situation.plan.start[isOpen(situation) ? 'open' : 'closed'];
