import { DateTime } from 'luxon';
import { carrierOf } from '../carrier.ts';
import type { Script } from '../conversation.ts';
import type { Scenario } from '../scenario.ts';
import type { Language, Stage } from '../stage.ts';
import { vapiOf, type AssistantPart } from '../vapi.ts';

const customerName = 'Josée Tremblay';

/** The Tuesday that the caller gets, at nine in Montréal. */
const appointmentAfter = (callAt: Date) => {
  const called = DateTime.fromJSDate(callAt, { zone: 'America/Toronto' });
  const tuesday = called.set({ weekday: 2, hour: 9 }).startOf('hour');
  const when = called.weekday < 2 ? tuesday : tuesday.plus({ weeks: 1 });
  const spoken = (locale: string) => when.setLocale(locale).toLocaleString({ day: 'numeric', month: 'long' });
  return {
    date: when.toFormat('yyyy-MM-dd'),
    at: when.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ"),
    fr: spoken('fr-CA'),
    en: spoken('en-CA'),
  };
};

type Appointment = ReturnType<typeof appointmentAfter>;

const conversations: Record<Language, (when: Appointment) => Pick<Script, 'lines' | 'summary'> & { result: string }> = {
  fr: ({ fr: day }) => ({
    lines: [
      { role: 'bot', text: 'Bonjour, Climatisation Démo, ici l’assistante virtuelle. Comment puis-je vous aider?' },
      { role: 'user', text: 'Bonjour! Ma fournaise s’est arrêtée hier soir pis y fait pas chaud dans la maison.' },
      { role: 'bot', text: 'Je comprends, on va s’occuper de ça. À quel nom et à quelle adresse, s’il vous plaît?' },
      { role: 'user', text: 'Josée Tremblay, 4025, rue Saint-Denis, à Montréal.' },
      {
        role: 'bot',
        text: 'Merci, madame Tremblay. J’ai une place mardi matin à neuf heures. Est-ce que ça vous convient?',
      },
      { role: 'user', text: 'Oui, mardi à neuf heures, c’est parfait.' },
      { role: 'bot', text: `C’est noté : le technicien sera chez vous mardi le ${day}, à neuf heures. Autre chose?` },
      { role: 'user', text: 'Non, merci beaucoup, bonne journée!' },
    ],
    result: `Rendez-vous confirmé le ${day} à 9 h.`,
    summary: `La fournaise de ${customerName} est en panne. Un rendez-vous est pris mardi le ${day} à 9 h, au 4025, rue Saint-Denis.`,
  }),
  en: ({ en: day }) => ({
    lines: [
      { role: 'bot', text: 'Hello, Climatisation Démo, this is the virtual assistant. How can I help you?' },
      { role: 'user', text: 'Hi! My furnace stopped last night and it’s getting cold in here.' },
      { role: 'bot', text: 'I understand, let’s take care of that. What is your name and address, please?' },
      { role: 'user', text: 'Josée Tremblay, 4025 Saint-Denis Street, in Montréal.' },
      {
        role: 'bot',
        text: 'Thank you, Ms. Tremblay. I have an opening on Tuesday morning at nine. Does that work for you?',
      },
      { role: 'user', text: 'Yes, Tuesday at nine is perfect.' },
      { role: 'bot', text: `You’re booked: the technician will be there on Tuesday, ${day}, at nine. Anything else?` },
      { role: 'user', text: 'No, thanks a lot, have a nice day!' },
    ],
    result: `Appointment confirmed on ${day} at 9:00.`,
    summary: `${customerName}’s furnace broke down. An appointment is booked on Tuesday, ${day}, at 9:00, at 4025 Saint-Denis.`,
  }),
};

const scriptOf = (stage: Stage): Script => {
  const when = appointmentAfter(stage.at(0));
  const { lines, result, summary } = conversations[stage.language](when);
  const customer = { customerName, customerPhone: stage.from };
  return {
    lines,
    tool: {
      afterLines: 6,
      name: 'bookAppointment',
      arguments: {
        ...customer,
        serviceType: 'furnace-repair',
        date: when.at,
        address: '4025, rue Saint-Denis, Montréal',
      },
      result,
    },
    summary,
    structuredData: { ...customer, appointmentDate: when.date, appointmentTime: '09:00', appointmentBooked: true },
    successEvaluation: 'true',
  };
};

const costUsd = 0.13475;

const assistant = (stage: Stage): AssistantPart => ({
  script: scriptOf(stage),
  asked: 2,
  answered: 4,
  ended: 92,
  endedReason: 'customer-ended-call',
  costUsd,
});

/** The everyday case. */
export const booked: Scenario = {
  name: 'booked',
  summary: 'the assistant answers and books an appointment',
  status: 'completed',
  outcome: 'BOOKED',
  durationSeconds: 94,
  carrierPriceUsd: { twilio: 0.017, signalwire: 0.0132 },
  assistantCostUsd: costUsd,
  assistant,
  webhooks: (stage) => {
    const carrier = carrierOf(stage);
    const vapi = vapiOf(stage, assistant(stage));
    return [
      carrier.voiceRequest(0, ['Dial']),
      vapi.assistantRequest(),
      ...carrier.leg('assistant', 1, 4, 92, 'completed'),
      vapi.status('in-progress', 4.1),
      ...vapi.conversation(),
      vapi.status('ended', 92.2),
      carrier.dialAction(92.3, 'completed', 88, 'completed'),
      carrier.ended(94, 'completed', 94),
      vapi.endOfCallReport(97),
    ];
  },
};
