import type { Bilingual } from './bilingual.ts';

/** What the line says before, after and instead of the assistant. */
export const voice = {
  welcome: (name: string): Bilingual => ({
    fr: `Bonjour, vous êtes bien chez ${name}. Notre réceptionniste virtuelle vous répond tout de suite.`,
    en: `Hello, thank you for calling ${name}. Our virtual receptionist will be right with you.`,
  }),
  calling: (name: string): Bilingual => ({
    fr: `Bonjour, ici la réceptionniste virtuelle de ${name}.`,
    en: `Hello, this is the virtual receptionist of ${name}.`,
  }),
  leaveMessage: (name: string): Bilingual => ({
    fr: `Vous êtes bien chez ${name}. Nous ne pouvons pas vous répondre pour le moment. Laissez un message après le bip, puis appuyez sur le carré.`,
    en: `You have reached ${name}. We cannot take your call right now. Please leave a message after the beep, then press pound.`,
  }),
  thanks: (): Bilingual => ({ fr: 'Merci de votre appel. Au revoir.', en: 'Thank you for your call. Goodbye.' }),
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
