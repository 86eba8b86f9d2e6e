import type { Bilingual } from './bilingual.ts';

/** What the assistant may say of the business. Where it has not said a thing, the assistant is told to invent none. */
export const business = {
  name: (name: string): Bilingual => ({ fr: `Entreprise : ${name}.`, en: `Business: ${name}.` }),
  hours: (hours: Bilingual): Bilingual => ({
    fr: `Heures d’ouverture : ${hours.fr}.`,
    en: `Opening hours: ${hours.en}.`,
  }),
  address: (address: string): Bilingual => ({ fr: `Adresse : ${address}.`, en: `Address: ${address}.` }),
  area: (area: string): Bilingual => ({ fr: `Secteur desservi : ${area}.`, en: `Area served: ${area}.` }),
  services: (names: Bilingual): Bilingual => ({ fr: `Services : ${names.fr}.`, en: `Services: ${names.en}.` }),
  prices: (prices: Bilingual): Bilingual => ({
    fr: `Prix, taxes en sus : ${prices.fr}. Ne donnez aucun autre prix.`,
    en: `Prices, before taxes: ${prices.en}. Name no other price.`,
  }),
  payment: (methods: Bilingual): Bilingual => ({
    fr: `Modes de paiement : ${methods.fr}.`,
    en: `Ways to pay: ${methods.en}.`,
  }),
  /** @param topic as `topics` below names it. */
  unsaid: (topic: Bilingual): Bilingual => ({
    fr: `L’entreprise n’a pas précisé ${topic.fr} : n’inventez rien, proposez de prendre un message.`,
    en: `The business has not said ${topic.en}: invent nothing, offer to take a message.`,
  }),
};

export const topics = {
  hours: (): Bilingual => ({ fr: 'ses heures d’ouverture', en: 'its opening hours' }),
  services: (): Bilingual => ({ fr: 'ses services', en: 'its services' }),
  prices: (): Bilingual => ({ fr: 'ses prix', en: 'its prices' }),
  address: (): Bilingual => ({ fr: 'son adresse', en: 'its address' }),
  area: (): Bilingual => ({ fr: 'son secteur', en: 'the area it serves' }),
  payment: (): Bilingual => ({ fr: 'ses modes de paiement', en: 'how to pay' }),
};

/** How to pay. */
export const payments = {
  cash: (): Bilingual => ({ fr: 'argent comptant', en: 'cash' }),
  cheque: (): Bilingual => ({ fr: 'chèque', en: 'cheque' }),
  debit_card: (): Bilingual => ({ fr: 'carte de débit', en: 'debit card' }),
  credit_card: (): Bilingual => ({ fr: 'carte de crédit', en: 'credit card' }),
  e_transfer: (): Bilingual => ({ fr: 'virement Interac', en: 'Interac e-transfer' }),
  financing: (): Bilingual => ({ fr: 'financement', en: 'financing' }),
};
