import { open, take } from './api.js';
import { h } from './dom.js';
import { select, tick } from './fields.js';
import { t, tOf } from './words.js';

/** @typedef {import('./client.js').Schemas['EventType']} EventType */

/** What can happen. @returns {Promise<EventType[]>} */
export const fetchEventTypes = async () => (await take(open.GET('/events/types'))).data;

/** In the reader's language where we have words for it. @param {EventType} type */
const descriptionOf = ({ eventType, description }) => {
  const known = tOf('eventNames', eventType);
  return known === eventType ? description : known;
};

/** Says which nothing sends yet. @param {EventType} type */
const labelOf = ({ eventType, availability }) =>
  availability === 'announced' ? t('announcedEvent', eventType) : eventType;

/**
 * @param {EventType[]} types
 * @param {readonly string[]} chosen
 */
export const eventTicks = (types, chosen) =>
  types.map((type) =>
    tick(
      labelOf(type),
      { name: 'eventTypes', value: type.eventType, checked: chosen.includes(type.eventType) },
      descriptionOf(type),
    ),
  );

/**
 * A labelled choice of one type.
 * @param {EventType[]} types
 * @param {{ all?: boolean, value?: string }} [options] all: whether none in particular can be chosen
 */
export const eventChoice = (types, { all = false, value } = {}) =>
  select(
    t('event'),
    'eventType',
    [
      ...(all ? [/** @type {[string, string]} */ (['', t('all')])] : []),
      ...types.map((type) => /** @type {[string, string]} */ ([type.eventType, labelOf(type)])),
    ],
    value,
  );

/** Those that an endpoint wants; null is all. @param {readonly string[] | null} types */
export const eventList = (types) =>
  types === null
    ? h('span', {}, t('allEvents'))
    : h('span.chips', {}, ...types.map((type) => h('code.chip', {}, type)));
