import { delimiter, downloadButton } from './download.js';
import { h } from './dom.js';
import { filters } from './filters.js';
import { paged } from './paged.js';

/**
 * What the address says behind its `?`, and how to change it.
 * @typedef {{ query: Record<string, string>, keep: (query: Record<string, string>) => void }} Place
 */

/**
 * A list, what narrows it, and a file of all that is left then. The address keeps the filters.
 * @template Item
 * @param {AbortSignal} signal ends with the view
 * @param {Place} place
 * @param {object} list
 * @param {HTMLElement} list.heading
 * @param {Node[]} [list.actions] buttons beside the heading
 * @param {Node[]} [list.before] what is above the filters
 * @param {Node[]} list.fields named as the API names its filters
 * @param {(query: import('./paged.js').PageQuery) => Promise<import('./paged.js').Page<Item>>} list.load
 * @param {(query: { delimiter: 'semicolon' | 'comma' }) => Promise<{ data?: Blob, error?: unknown, response: Response }>} list.fetchFile
 * @param {(items: Item[]) => Node[]} list.draw
 * @param {import('./words.js').Word} list.found says how many there are
 * @param {import('./words.js').Word} list.empty says that there are none
 * @param {import('./words.js').Word} list.noMatch says that none fits the filters
 */
export const listPage = (signal, place, list) => {
  const { heading, actions = [], before = [], fields, fetchFile, load, draw, found, empty, noMatch } = list;
  const change = () => {
    if (signal.aborted) return;
    place.keep(narrowing.values());
    void pages.restart();
  };
  const narrowing = filters(fields, place.query, change);
  const pages = paged(signal, {
    load: (query) => load({ ...narrowing.values(), ...query }),
    draw,
    found,
    empty: () => (Object.keys(narrowing.values()).length > 0 ? noMatch : empty),
  });
  const download = downloadButton(() => fetchFile({ ...narrowing.values(), delimiter: delimiter() }));
  void pages.show();
  return {
    element: h(
      'div',
      {},
      h('div.title', {}, heading, h('div.tools', {}, ...actions, download)),
      ...before,
      narrowing.element,
      pages.element,
    ),
    show: pages.show,
    restart: pages.restart,
  };
};
