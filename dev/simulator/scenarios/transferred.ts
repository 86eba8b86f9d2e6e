import { carrierOf } from '../carrier.ts';
import type { Script } from '../conversation.ts';
import type { Scenario } from '../scenario.ts';
import type { Language, Stage } from '../stage.ts';
import { vapiOf, type AssistantPart } from '../vapi.ts';

const scripts: Record<Language, Script> = {
  fr: {
    lines: [
      { role: 'bot', text: 'Bonjour, Climatisation Démo, ici l’assistante virtuelle. Comment puis-je vous aider?' },
      { role: 'user', text: 'Bonjour, j’ai une fuite de réfrigérant au sous-sol, ça sent fort. C’est-tu dangereux?' },
      { role: 'bot', text: 'Aérez la pièce, s’il vous plaît. Je vous transfère tout de suite à un technicien.' },
      { role: 'user', text: 'OK, merci, faites ça vite.' },
    ],
    summary: 'Fuite de réfrigérant au sous-sol : appel transféré d’urgence à un technicien.',
    structuredData: { reason: 'refrigerant-leak', urgency: 'high', transferredTo: 'technician' },
    successEvaluation: 'true',
  },
  en: {
    lines: [
      { role: 'bot', text: 'Hello, Climatisation Démo, this is the virtual assistant. How can I help you?' },
      { role: 'user', text: 'Hi, there’s a refrigerant leak in my basement, it smells strong. Is it dangerous?' },
      { role: 'bot', text: 'Please air the room. I’m transferring you to a technician right away.' },
      { role: 'user', text: 'OK, thanks, please hurry.' },
    ],
    summary: 'Refrigerant leak in the basement: urgently transferred to a technician.',
    structuredData: { reason: 'refrigerant-leak', urgency: 'high', transferredTo: 'technician' },
    successEvaluation: 'true',
  },
};

const costUsd = 0.05812;

const assistant = ({ language }: Stage): AssistantPart => ({
  script: scripts[language],
  asked: 2,
  answered: 4,
  ended: 41,
  endedReason: 'assistant-forwarded-call',
  costUsd,
});

/** Vapi forwards the caller to a person and leaves; the carrier's call goes on, on a leg of its own. */
export const transferred: Scenario = {
  name: 'transferred',
  summary: 'the assistant forwards the caller to a person',
  status: 'completed',
  outcome: 'TRANSFERRED',
  durationSeconds: 185,
  carrierPriceUsd: { twilio: 0.034, signalwire: 0.0264 },
  assistantCostUsd: costUsd,
  assistant,
  webhooks: (stage) => {
    const carrier = carrierOf(stage);
    const vapi = vapiOf(stage, assistant(stage));
    return [
      carrier.voiceRequest(0, ['Dial']),
      vapi.assistantRequest(),
      ...carrier.leg('assistant', 1, 4, 184, 'completed'),
      vapi.status('in-progress', 4.1),
      ...vapi.conversation(),
      vapi.transferUpdate(39),
      vapi.status('forwarding', 39.1),
      ...carrier.leg('person', 40, 47, 184, 'completed'),
      vapi.status('ended', 41.2),
      vapi.endOfCallReport(46),
      carrier.dialAction(184.3, 'completed', 180, 'completed'),
      carrier.ended(185, 'completed', 185),
    ];
  },
};
