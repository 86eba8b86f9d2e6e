import type { Bilingual } from './bilingual.ts';

/** Whom to call besides 911, in words and digits. */
interface GasCompany {
  name: string;
  /** E.164. */
  number: string;
}

/** Digits one by one, in groups: `+15145550100` is not read as twelve billions. */
const spokenNumber = (number: string): string => {
  const digits = number.replace(/^\+1(?=\d{10}$)/, '').replace(/^\+/, '');
  const groups = /^(\d{3})(\d{3})(\d{4})$/.exec(digits)?.slice(1) ?? [digits];
  return groups.map((group) => group.split('').join(' ')).join(', ');
};

/** What the line itself says for every business. */
export const standard = {
  leaveMessage: (): Bilingual => ({
    fr: 'Nous ne pouvons pas vous répondre pour le moment. Laissez un message après le bip, puis appuyez sur le carré.',
    en: 'We cannot take your call right now. Please leave a message after the beep, then press pound.',
  }),
  thanks: (): Bilingual => ({ fr: 'Merci de votre appel. Au revoir.', en: 'Thank you for your call. Goodbye.' }),
  recordingAnnounced: (): Bilingual => ({
    fr: 'Cet appel peut être enregistré.',
    en: 'This call may be recorded.',
  }),
  recordingAsked: (): Bilingual => ({
    fr: 'Pour accepter que l’appel soit enregistré, faites le 1. Sinon, restez en ligne.',
    en: 'To agree to this call being recorded, press 1. Otherwise, stay on the line.',
  }),
  notUnderstood: (): Bilingual => ({ fr: 'Je n’ai pas compris.', en: 'I did not understand.' }),
  emergency: (_business: string, gasCompany?: GasCompany): Bilingual => ({
    fr: `En cas de danger, d’odeur de gaz, d’incendie ou d’alarme de monoxyde de carbone, quittez les lieux et composez d’abord le 9 1 1, puis ${
      gasCompany
        ? `${gasCompany.name} au ${spokenNumber(gasCompany.number)}`
        : 'le numéro d’urgence de votre compagnie de gaz'
    }. Si vous êtes en sécurité, restez en ligne.`,
    en: `In case of danger, a smell of gas, a fire or a carbon monoxide alarm, leave the building and call 9 1 1 first, then ${
      gasCompany
        ? `${gasCompany.name} at ${spokenNumber(gasCompany.number)}`
        : 'the emergency number of your gas company'
    }. If you are safe, stay on the line.`,
  }),
  takeCall: (business: string): Bilingual => ({
    fr: `Un appel pour ${business}. Pour le prendre, faites le 1.`,
    en: `A call for ${business}. To take it, press 1.`,
  }),
};

/** How a call begins where the business has not written its own plan. */
export const greetings = {
  inbound: (business: string): Bilingual => ({ fr: `Bonjour, ${business}.`, en: 'Hello.' }),
  outbound: (business: string): Bilingual => ({
    fr: `Bonjour, ici la réceptionniste virtuelle de ${business}.`,
    en: `Hello, this is the virtual receptionist of ${business}.`,
  }),
};

/** What the assistant says, or says in its place. */
export const voice = {
  /** The assistant says this instead of a transfer: it promises nothing. */
  noTransfer: (): Bilingual => ({
    fr: "Je ne peux pas transférer l'appel pour le moment.",
    en: 'I cannot transfer the call right now.',
  }),
  unanswered: (name: string): Bilingual => ({
    fr: `Bonjour, vous êtes bien chez ${name}. Notre réceptionniste virtuelle n'est pas disponible pour le moment; veuillez rappeler plus tard.`,
    en: `Hello, you have reached ${name}. Our virtual receptionist is not available right now; please call again later.`,
  }),
};
