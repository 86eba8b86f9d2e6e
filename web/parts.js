import { h } from './dom.js';
import { t, tOf } from './words.js';

const tones = {
  BOOKED: 'good',
  COMPLETED: 'good',
  TRANSFERRED: 'good',
  delivered: 'good',
  VOICEMAIL: 'calm',
  ABANDONED: 'warn',
  MISSED: 'bad',
  NO_ANSWER: 'warn',
  CANCELED: 'calm',
  FAILED: 'bad',
  'in-progress': 'live',
  ringing: 'live',
  queued: 'live',
  pending: 'calm',
  retrying: 'warn',
  dead: 'bad',
  failed: 'bad',
};

/** A word with a tone; the word alone says it all. */
export const badge = (list, name) => h('span.badge', { 'data-tone': tones[name] ?? 'calm' }, tOf(list, name));

export const loading = () => h('p.quiet', { 'aria-busy': 'true' }, t('loading'));

export const failure = (error, retry) =>
  h(
    'div.card.failure',
    { role: 'alert' },
    h('p', {}, t('failed')),
    h('p.quiet', {}, error.message),
    h('button', { type: 'button', onclick: retry }, t('retry')),
  );

/** Terms and their values; rows without a value are left out. */
export const facts = (rows) =>
  h(
    'dl.facts',
    {},
    ...rows
      .filter(([, value]) => value !== null && value !== undefined)
      .flatMap(([term, value]) => [h('dt', {}, term), h('dd', {}, value)]),
  );

export const section = (title, ...children) => h('section.card', {}, h('h2', {}, title), ...children);

/** A labelled choice; the empty one means all. */
export const choice = (label, name, list, words, value) =>
  h(
    'label',
    {},
    h('span', {}, label),
    h(
      'select',
      { name },
      h('option', { value: '' }, t('all')),
      ...words.map((word) => h('option', { value: word, selected: word === value }, tOf(list, word))),
    ),
  );

export const field = (label, attributes) => h('label', {}, h('span', {}, label), h('input', attributes));

/** Announces to screen readers. */
export const announce = (text) => {
  document.getElementById('announcements').textContent = text;
};
