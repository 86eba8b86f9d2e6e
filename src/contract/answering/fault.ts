import { z } from 'zod';
import { faultCodes } from '../../domain/answering/fault.ts';
import { weekdays } from '../../domain/answering/plan.ts';

/** What is wrong with a plan, and where. */
export const FaultView = z
  .object({
    code: z.enum(faultCodes).describe('Stable: switch on this'),
    path: z.string().describe('Dotted: `steps.menu.choices.1`, `hours.monday`'),
    step: z.string().exactOptional().describe('The step where a caller meets it'),
    hour: z
      .object({
        state: z.enum(['open', 'closed']),
        weekday: z.enum(weekdays).exactOptional().describe('The first such moment of a week; absent where it has none'),
        time: z.string().exactOptional().describe('`HH:mm`'),
      })
      .exactOptional()
      .describe('When a caller meets it, where it depends on the hour'),
    params: z.record(z.string(), z.string()),
  })
  .meta({ id: 'AnsweringFault', description: 'What keeps a plan from answering every caller' });
