import { h } from './dom.js';
import { copyable, plainButton } from './parts.js';
import { t } from './words.js';

/**
 * What is shown once. It takes the focus, so that it is not overlooked, and stays until it is put away.
 * @param {string} title
 * @param {string} hint
 * @param {string} secret
 */
export const showOnce = (title, hint, secret) => {
  const done = plainButton(t('done'), () => {
    card.remove();
    document.getElementById('main')?.focus();
  });
  const heading = h('h2', { tabindex: -1 }, title);
  const card = h('section.card.secret', {}, heading, h('p', {}, hint), copyable(secret), h('p', {}, done));
  // Once it is on the page.
  queueMicrotask(() => heading.focus());
  return card;
};
