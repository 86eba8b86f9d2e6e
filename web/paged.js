import { h } from './dom.js';
import { announce, failure, loading, plainButton } from './parts.js';
import { t } from './words.js';

/**
 * @template Item
 * @typedef {{ data: Item[], pagination: { total: number | null, nextCursor: string | null } }} Page
 */

/** @typedef {{ limit: number, cursor?: string }} PageQuery */

/**
 * A list that is read page by page.
 * @template Item
 * @param {AbortSignal} signal ends with the view
 * @param {object} list
 * @param {(query: PageQuery) => Promise<Page<Item>>} list.load
 * @param {(items: Item[]) => Node[]} list.draw
 * @param {import('./words.js').Word} list.found says how many there are
 * @param {() => import('./words.js').Word} list.empty says that there are none
 * @param {number} [list.perPage]
 */
export const paged = (signal, { load, draw, found, empty, perPage = 25 }) => {
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

  const drawPage = ({ data, pagination }) => {
    const first = cursor !== undefined && goTo(t('first'), undefined);
    const more = pagination.nextCursor !== null && goTo(t('more'), pagination.nextCursor);
    const count = data.length > 0 && h('span.quiet', {}, t(found, total));
    const items = data.length > 0 ? draw(data) : [h('p.empty', {}, t(empty()))];
    element.replaceChildren(...items, ...(count || first ? [h('p.pager', {}, count, first, more)] : []));
  };

  /** While an entry is open, or the list has the focus, the list is not redrawn. */
  const isInUse = () => element.contains(document.activeElement) || element.querySelector('details[open]') !== null;

  const show = async ({ quietly = false } = {}) => {
    const number = ++asked;
    try {
      const page = await load({ limit: perPage, ...(cursor !== undefined && { cursor }) });
      if (number !== asked || signal.aborted) return;
      // Counted on the first page only.
      total = page.pagination.total ?? total;
      const text = JSON.stringify([page.data, total]);
      if (quietly && (text === shown || isInUse())) return;
      shown = text;
      drawPage(page);
      if (!quietly) announce(page.data.length > 0 ? t(found, total) : t(empty()));
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
