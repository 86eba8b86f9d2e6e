import { examplePlan } from '../../src/contract/answering/examplePlan.ts';
import type { AnsweringPlan } from '../../src/domain/answering/plan.ts';
import { demo } from './demo.ts';

/**
 * How the demo tenant answers: French first, the assistant at any hour, the people on call in an emergency, public holidays of
 * Québec. Whoever does not reach the assistant leaves a message, as the simulator's callers do.
 */
export const demoPlan: AnsweringPlan = {
  ...examplePlan,
  timeZone: demo.tenant.timeZone,
  greeting: { fr: `${demo.tenant.name}, bonjour!`, en: `${demo.tenant.name}, hello!` },
  steps: {
    assistant: { type: 'assistant', otherwise: 'voicemail' },
    'on-call': {
      type: 'staff',
      rungs: [
        { name: 'Olivier Gagnon', number: demo.numbers.person, ringSeconds: 20 },
        { name: 'Amélie Roy', number: '+15145550103', ringSeconds: 20 },
        { name: 'Bureau', number: '+15145550104', ringSeconds: 25, during: 'open' },
      ],
      otherwise: 'voicemail',
    },
    voicemail: { type: 'voicemail' },
  },
};
