import { passwordReset } from '../words/mail.ts';
import type { Mail } from './mailer.ts';

/** French first, as most of our customers speak. */
const languages = ['fr', 'en'] as const;
type Language = (typeof languages)[number];

const asText = (language: Language, link: string): string =>
  [passwordReset.hello()[language], passwordReset.asked()[language], link, passwordReset.ignore()[language]].join(
    '\n\n',
  );

const asHtml = (language: Language, link: string): string =>
  [
    `<div lang="${language}">`,
    `<p>${passwordReset.hello()[language]}</p>`,
    `<p>${passwordReset.asked()[language]}</p>`,
    `<p><a href="${link}" style="font-weight:bold">${passwordReset.button()[language]}</a></p>`,
    `<p>${passwordReset.ignore()[language]}</p>`,
    '</div>',
  ].join('\n');

/** @param link to the page where the user chooses; a URL, hence safe in HTML. */
export const passwordResetMail = (user: { name: string; email: string }, link: URL): Mail => ({
  to: { name: user.name, address: user.email },
  subject: languages.map((language) => passwordReset.subject()[language]).join(' · '),
  text: languages.map((language) => asText(language, link.href)).join('\n\n---\n\n'),
  html: `<!doctype html>\n${languages.map((language) => asHtml(language, link.href)).join('\n<hr>\n')}\n`,
});
