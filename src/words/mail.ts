import type { Bilingual } from './bilingual.ts';

/** The mail with which a user chooses a new password. */
export const passwordReset = {
  hello: (): Bilingual => ({ fr: 'Bonjour,', en: 'Hello,' }),
  asked: (): Bilingual => ({
    fr: 'Quelqu’un, sans doute vous, a demandé à changer le mot de passe de votre compte Réception. Choisissez-en un nouveau ici, dans l’heure qui vient :',
    en: 'Someone, most likely you, asked to change the password of your Réception account. Choose a new one here, within the hour:',
  }),
  button: (): Bilingual => ({ fr: 'Choisir un mot de passe', en: 'Choose a password' }),
  ignore: (): Bilingual => ({
    fr: 'Le lien ne sert qu’une fois. Si vous n’avez rien demandé, ignorez ce courriel : votre mot de passe reste le même.',
    en: 'The link works once. If you did not ask for it, ignore this mail: your password stays the same.',
  }),
  subject: (): Bilingual => ({ fr: 'Votre mot de passe', en: 'Your password' }),
};
