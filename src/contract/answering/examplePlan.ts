import type { AnsweringPlan, Interval } from '../../domain/answering/plan.ts';

const day: Interval[] = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
];

/** A plumber in Québec: the assistant answers first, in French, and people take emergencies at any hour. */
export const examplePlan: AnsweringPlan = {
  timeZone: 'America/Toronto',
  languages: ['fr', 'en'],
  greeting: {
    fr: 'Plomberie Lavoie, bonjour!',
    en: 'Lavoie Plumbing, hello!',
  },
  hours: {
    monday: day,
    tuesday: day,
    wednesday: day,
    thursday: day,
    friday: day,
    saturday: [{ from: '09:00', to: '12:00' }],
    sunday: [],
  },
  holidays: 'QC',
  specialDays: [{ date: '2026-12-24', intervals: [{ from: '08:00', to: '12:00' }] }],
  recording: 'announced',
  start: { open: 'assistant', closed: 'assistant' },
  steps: {
    assistant: { type: 'assistant', otherwise: 'menu' },
    menu: {
      type: 'menu',
      prompt: {
        fr: 'Pour une urgence, faites le 1. Pour laisser un message, faites le 2.',
        en: 'For an emergency, press 1. To leave a message, press 2.',
      },
      choices: { '1': 'on-call', '2': 'voicemail' },
      otherwise: 'voicemail',
    },
    'on-call': {
      type: 'staff',
      rungs: [
        { name: 'Luc Lavoie', number: '+15145550111', ringSeconds: 20 },
        { name: 'Maude Girard', number: '+15145550112', ringSeconds: 20 },
        { name: 'Bureau', number: '+15145550113', ringSeconds: 25, during: 'open' },
      ],
      otherwise: 'voicemail',
    },
    voicemail: { type: 'voicemail' },
  },
  emergency: {
    words: {
      fr: ['urgence', 'dégât d’eau', 'inondation', 'gaz', 'feu'],
      en: ['emergency', 'flood', 'water damage', 'gas', 'fire'],
    },
    step: 'on-call',
  },
  limits: { longestCallSeconds: 1_800, longestSilenceSeconds: 30, fruitlessTurns: 3 },
};
