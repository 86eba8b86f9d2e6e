import { h } from './dom.js';
import { explain } from './problems.js';
import { t, tOf } from './words.js';

const tones = {
  BOOKED: 'good',
  COMPLETED: 'good',
  TRANSFERRED: 'good',
  delivered: 'good',
  active: 'good',
  enabled: 'good',
  completed: 'good',
  failing: 'warn',
  disabled: 'bad',
  held: 'warn',
  VOICEMAIL: 'calm',
  ABANDONED: 'warn',
  MISSED: 'bad',
  NO_ANSWER: 'warn',
  CANCELED: 'calm',
  FAILED: 'bad',
  'in-progress': 'live',
  ringing: 'live',
  queued: 'live',
  invited: 'live',
  running: 'live',
  pending: 'calm',
  retrying: 'warn',
  expired: 'warn',
  dead: 'bad',
  failed: 'bad',
  open: 'live',
  overdue: 'bad',
  done: 'good',
  emergency: 'bad',
};

/**
 * A word with a tone; the word alone says it all.
 * @param {import('./words.js').Word} list
 * @param {string} name
 */
export const badge = (list, name) => h('span.badge', { 'data-tone': tones[name] ?? 'calm' }, tOf(list, name));

export const loading = () => h('p.quiet', { 'aria-busy': 'true' }, t('loading'));

/**
 * @param {unknown} error
 * @param {() => unknown} retry
 */
export const failure = (error, retry) =>
  h(
    'div.card.failure',
    { role: 'alert' },
    h('p', {}, t('failed')),
    h('p.quiet', {}, explain(error)),
    h('button', { type: 'button', onclick: retry }, t('retry')),
  );

/**
 * Terms and their values; rows without a value are left out.
 * @param {[term: string, value: Node | string | number | null | undefined][]} rows
 */
export const facts = (rows) =>
  h(
    'dl.facts',
    {},
    ...rows
      .filter(([, value]) => value !== null && value !== undefined)
      .flatMap(([term, value]) => [h('dt', {}, term), h('dd', {}, value)]),
  );

export const section = (title, ...children) => h('section.card', {}, h('h2', {}, title), ...children);

/** Where what had the focus has gone: to the last button there. @param {HTMLElement} place */
export const focusButton = (place) => [...place.querySelectorAll('button')].at(-1)?.focus();

/** @param {() => unknown} onClick */
export const plainButton = (text, onClick) => h('button.plain', { type: 'button', onclick: onClick }, text);

/** Announces to screen readers. @param {string} text */
export const announce = (text) => {
  const announcements = document.getElementById('announcements');
  if (announcements) announcements.textContent = text;
};

/** A text with a button that copies it. @param {string} text */
export const copyable = (text) => {
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = t('copied');
    announce(t('copied'));
  };
  const code = h('code', {}, text);
  // Without HTTPS a browser keeps the clipboard to itself: then the text is selected, to be copied by hand.
  const selectAll = () => getSelection()?.selectAllChildren(code);
  const button = plainButton(t('copy'), () => void copy().catch(selectAll));
  return h('div.copy', {}, code, button);
};
