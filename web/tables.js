import { h } from './dom.js';
import { number } from './format.js';
import { t } from './words.js';

/**
 * A cell with its title, which a phone shows beside it instead of above.
 * @param {string} label
 * @param {...(Node | string | number | null | undefined | false)} content
 */
export const cell = (label, ...content) => h('td', { 'data-label': label }, ...content);

/**
 * @param {import('./words.js').Word[]} titles
 * @param {Node[]} rows
 */
export const tableOf = (titles, rows) =>
  h(
    'table',
    {},
    h('thead', {}, h('tr', {}, ...titles.map((title) => h('th', { scope: 'col' }, t(title))))),
    h('tbody', {}, ...rows),
  );

/**
 * Numbers that sum up what the page is about.
 * @param {string} label
 * @param {[term: string, value: string | number, note?: string | false][]} numbers
 */
export const figures = (label, numbers) =>
  h(
    'dl.figures',
    { 'aria-label': label },
    ...numbers.map(([term, value, note]) =>
      h(
        'div.figure',
        {},
        h('dt', {}, term),
        h('dd', {}, typeof value === 'number' ? number(value) : value),
        note && h('dd.quiet', {}, note),
      ),
    ),
  );
