import { h } from './dom.js';
import { announce, failure, loading, plainButton } from './parts.js';
import { t } from './words.js';

/**
 * @template Item
 * @typedef {{ data: Item[], pagination: { total: number | null, nextCursor: string | null } }} Page
 */

/**
 * A list that is read page by page.
 * @template Item
 * @param {AbortSignal} signal ends with the view
 * @param {object} list
 * @param {(cursor: string | undefined) => Promise<Page<Item>>} list.load
 * @param {(items: Item[]) => Node[]} list.draw
 * @param {import('./words.js').Word} list.found says how many there are
 */
export const paged = (signal, { load, draw, found }) => {
  /** @type {string | undefined} */
  let cursor;
  let total = 0;
  let asked = 0;
  let shown = '';
  const element = h('div.card', {}, loading());

  const goTo = (label, to) =>
    plainButton(label, () => {
      cursor = to;
      void show();
    });

  const show = async ({ quietly = false } = {}) => {
    const number = ++asked;
    try {
      const { data, pagination } = await load(cursor);
      if (number !== asked || signal.aborted) return;
      // Counted on the first page only.
      total = pagination.total ?? total;
      const text = JSON.stringify([data, total]);
      if (quietly && text === shown) return;
      shown = text;
      const first = cursor !== undefined && goTo(t('first'), undefined);
      const more = pagination.nextCursor !== null && goTo(t('more'), pagination.nextCursor);
      const count = t(found, total);
      element.replaceChildren(...draw(data), h('p.pager', {}, h('span.quiet', {}, count), first, more));
      if (!quietly) announce(count);
    } catch (error) {
      if (!quietly && number === asked) element.replaceChildren(failure(error, () => show()));
    }
  };

  return {
    element,
    show,
    /** From the first page on. */
    restart: () => {
      cursor = undefined;
      return show();
    },
  };
};
