import { carrierOf } from '../carrier.ts';
import type { Script } from '../conversation.ts';
import type { Scenario } from '../scenario.ts';
import type { Language, Stage } from '../stage.ts';
import { vapiOf, type AssistantPart } from '../vapi.ts';

const customerName = 'Josée Tremblay';

const conversations: Record<Language, Pick<Script, 'lines' | 'summary'> & { reason: string; result: string }> = {
  fr: {
    lines: [
      { role: 'bot', text: 'Bonjour, Climatisation Démo, ici l’assistante virtuelle. Comment puis-je vous aider?' },
      { role: 'user', text: 'Bonjour, c’est Josée Tremblay. J’aimerais une soumission pour une thermopompe.' },
      { role: 'bot', text: 'Avec plaisir. Une personne de l’équipe peut vous rappeler à ce numéro?' },
      { role: 'user', text: 'Oui, à ce numéro, s’il vous plaît.' },
      { role: 'bot', text: 'C’est noté, une personne de l’équipe vous rappelle. Autre chose?' },
      { role: 'user', text: 'Non, merci, bonne journée!' },
    ],
    reason: 'Soumission pour une thermopompe',
    result: 'C’est noté.',
    summary: `${customerName} demande une soumission pour une thermopompe; un rappel est promis.`,
  },
  en: {
    lines: [
      { role: 'bot', text: 'Hello, Climatisation Démo, this is the virtual assistant. How can I help you?' },
      { role: 'user', text: 'Hi, this is Josée Tremblay. I’d like a quote for a heat pump.' },
      { role: 'bot', text: 'With pleasure. Can a person of the team call you back at this number?' },
      { role: 'user', text: 'Yes, at this number, please.' },
      { role: 'bot', text: 'It is noted, a person of the team will call you back. Anything else?' },
      { role: 'user', text: 'No, thanks, have a nice day!' },
    ],
    reason: 'Quote for a heat pump',
    result: 'It is noted.',
    summary: `${customerName} asks for a quote for a heat pump; a call back is promised.`,
  },
};

const scriptOf = ({ language, from }: Stage): Script => {
  const { lines, reason, result, summary } = conversations[language];
  return {
    lines,
    tool: {
      afterLines: 4,
      name: 'request_callback',
      arguments: { callerName: customerName, callbackNumber: from, reason },
      result,
      isOurs: true,
    },
    summary,
    structuredData: { customerName, customerPhone: from, callbackRequested: true },
    successEvaluation: 'true',
  };
};

const costUsd = 0.0741;

const assistant = (stage: Stage): AssistantPart => ({
  script: scriptOf(stage),
  asked: 2,
  answered: 4,
  ended: 52,
  endedReason: 'customer-ended-call',
  costUsd,
});

/** The caller is promised a call back, which is a work item from then on. */
export const message: Scenario = {
  name: 'message',
  summary: 'the assistant answers, and a call back is promised',
  status: 'completed',
  outcome: 'COMPLETED',
  durationSeconds: 54,
  carrierPriceUsd: { twilio: 0.0085, signalwire: 0.0066 },
  assistantCostUsd: costUsd,
  assistant,
  webhooks: (stage) => {
    const carrier = carrierOf(stage);
    const vapi = vapiOf(stage, assistant(stage));
    return [
      carrier.voiceRequest(0, ['Dial']),
      vapi.assistantRequest(),
      ...carrier.leg('assistant', 1, 4, 52, 'completed'),
      vapi.status('in-progress', 4.1),
      ...vapi.conversation(),
      vapi.status('ended', 52.2),
      carrier.dialAction(52.3, 'completed', 48, 'completed'),
      carrier.ended(54, 'completed', 54),
      vapi.endOfCallReport(57),
    ];
  },
};
