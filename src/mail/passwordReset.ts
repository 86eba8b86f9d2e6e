import type { Mail } from './mailer.ts';

/** Each of them on a line of its own; French first, as most of our customers speak. */
const words = [
  {
    language: 'fr',
    hello: 'Bonjour,',
    asked:
      'Quelqu’un, sans doute vous, a demandé à changer le mot de passe de votre compte Réception. Choisissez-en un nouveau ici, dans l’heure qui vient :',
    button: 'Choisir un mot de passe',
    ignore:
      'Le lien ne sert qu’une fois. Si vous n’avez rien demandé, ignorez ce courriel : votre mot de passe reste le même.',
  },
  {
    language: 'en',
    hello: 'Hello,',
    asked:
      'Somebody, most likely you, asked to change the password of your Réception account. Choose a new one here, within the hour:',
    button: 'Choose a password',
    ignore: 'The link works once. If you did not ask for it, ignore this mail: your password stays the same.',
  },
] as const;

type Words = (typeof words)[number];

const asText = ({ hello, asked, ignore }: Words, link: string): string => [hello, asked, link, ignore].join('\n\n');

const asHtml = ({ language, hello, asked, button, ignore }: Words, link: string): string =>
  [
    `<div lang="${language}">`,
    `<p>${hello}</p>`,
    `<p>${asked}</p>`,
    `<p><a href="${link}" style="font-weight:bold">${button}</a></p>`,
    `<p>${ignore}</p>`,
    '</div>',
  ].join('\n');

/** @param link to the page where the user chooses; a URL, hence safe in HTML. */
export const passwordResetMail = (user: { name: string; email: string }, link: URL): Mail => ({
  to: { name: user.name, address: user.email },
  subject: 'Votre mot de passe · Your password',
  text: words.map((each) => asText(each, link.href)).join('\n\n---\n\n'),
  html: `<!doctype html>\n${words.map((each) => asHtml(each, link.href)).join('\n<hr>\n')}\n`,
});
