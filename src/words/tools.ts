import type { Bilingual } from './bilingual.ts';

/** What the assistant is told that a tool came to. Nothing here claims what no row promises. */
export const tools = {
  /** @param by as `byThen` says it. */
  messageNoted: (by: Bilingual): Bilingual => ({
    fr: `C’est noté : l’équipe prend connaissance du message ${by.fr}.`,
    en: `It is noted: the team will look at the message ${by.en}.`,
  }),
  callbackNoted: (by: Bilingual): Bilingual => ({
    fr: `C’est noté : une personne de l’équipe vous rappelle ${by.fr}.`,
    en: `It is noted: a person of the team will call you back ${by.en}.`,
  }),
  unknown: (): Bilingual => ({
    fr: 'Ce n’est pas possible par cet outil, et rien n’a été fait. Proposez de prendre un message.',
    en: 'This tool cannot do that, and nothing was done. Offer to take a message.',
  }),
  unavailable: (): Bilingual => ({
    fr: 'Rien n’a pu être noté pour le moment. Ne promettez rien; proposez de réessayer, ou de rappeler plus tard.',
    en: 'Nothing could be noted right now. Promise nothing; offer to try again, or to call again later.',
  }),
  /** @param fields as `fields` below names them. */
  invalid: (fields: Bilingual): Bilingual => ({
    fr: `Rien n’a été noté : il manque encore, ou il faut demander de nouveau : ${fields.fr}.`,
    en: `Nothing was noted: please ask, or ask again, for: ${fields.en}.`,
  }),
};

/** What the caller is asked for again. */
export const fields = {
  message: (): Bilingual => ({ fr: 'le message', en: 'the message' }),
  callerName: (): Bilingual => ({ fr: 'le nom', en: 'the name' }),
  callbackNumber: (): Bilingual => ({ fr: 'le numéro où rappeler', en: 'the number to call back' }),
  reason: (): Bilingual => ({ fr: 'la raison de l’appel', en: 'the reason for the call' }),
  notBefore: (): Bilingual => ({ fr: 'la date et l’heure souhaitées', en: 'the preferred date and time' }),
  urgent: (): Bilingual => ({ fr: 'si c’est urgent', en: 'whether it is urgent' }),
  topic: (): Bilingual => ({ fr: 'le sujet de la question', en: 'what the question is about' }),
};
