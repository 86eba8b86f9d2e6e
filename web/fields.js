import { h } from './dom.js';
import { t, tOf } from './words.js';

/**
 * A labelled choice.
 * @param {string} label
 * @param {string} name
 * @param {[value: string, text: string][]} options
 * @param {string | null} [value] the one that is chosen
 */
export const select = (label, name, options, value) =>
  h(
    'label',
    {},
    h('span', {}, label),
    h(
      'select',
      { name },
      ...options.map(([option, text]) => h('option', { value: option, selected: option === value }, text)),
    ),
  );

/**
 * A labelled choice from a list of words; the empty one means all.
 * @param {string} label
 * @param {string} name
 * @param {import('./words.js').Word} list
 * @param {string[]} words
 * @param {string | null} [value]
 */
export const choice = (label, name, list, words, value) =>
  select(
    label,
    name,
    [['', t('all')], ...words.map((word) => /** @type {[string, string]} */ ([word, tOf(list, word)]))],
    value,
  );

/**
 * @param {string} label
 * @param {Record<string, unknown>} attributes of the input
 * @param {string} [hint]
 */
export const field = (label, attributes, hint) =>
  h('label', {}, h('span', {}, label), h('input', attributes), hint && h('small.quiet', {}, hint));

/**
 * A labelled text of several lines.
 * @param {string} label
 * @param {Record<string, unknown>} attributes of the text area
 * @param {string} [value] its text at first
 * @param {string} [hint]
 */
export const textArea = (label, attributes, value = '', hint) =>
  h('label', {}, h('span', {}, label), h('textarea', attributes, value), hint && h('small.quiet', {}, hint));

/** What narrows a list to some days. */
export const dateFields = () => [
  field(t('from'), { type: 'date', name: 'startDate' }),
  field(t('to'), { type: 'date', name: 'endDate' }),
];

/**
 * A box to tick.
 * @param {string} label
 * @param {Record<string, unknown>} attributes of the input
 * @param {string} [hint]
 */
export const tick = (label, attributes, hint) =>
  h(
    'label.tick',
    {},
    h('input', { type: 'checkbox', ...attributes }),
    h('span', {}, label, hint && h('small.quiet', {}, hint)),
  );
