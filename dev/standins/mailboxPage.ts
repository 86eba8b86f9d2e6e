import type { CaughtMail } from './mailMessage.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? '');

const withLinks = (text: string): string =>
  escapeHtml(text).replaceAll(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);

const article = ({ headers, to, receivedAt, text }: CaughtMail): string => `<article>
<h2>${escapeHtml(headers.get('subject')?.join('') ?? '')}</h2>
<p>${escapeHtml(to.join(', '))} · ${receivedAt.toLocaleTimeString()}</p>
<pre style="white-space:pre-wrap">${withLinks(text)}</pre>
</article>`;

/** For people: the latest mail first. */
export const mailboxPage = (mails: CaughtMail[]): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Mailbox</title>
<body style="font:16px/1.5 system-ui;max-width:44rem;margin:2rem auto;padding:0 1rem">
<h1>Mail that would have left</h1>
${mails.toReversed().map(article).join('<hr>') || '<p>None yet.</p>'}
</body></html>
`;
