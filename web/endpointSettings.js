import { session } from './api.js';
import { h } from './dom.js';
import { endpointForm } from './endpointForm.js';
import { eventList } from './eventTypes.js';
import { moment } from './format.js';
import { changeEndpoint } from './heldEndpoint.js';
import { announce, facts, focusButton, plainButton } from './parts.js';
import { t } from './words.js';

/** @typedef {import('./heldEndpoint.js').Held} Held */

/** @param {Record<string, string>} headers masked */
const headersOf = (headers) =>
  Object.keys(headers).length > 0 &&
  h('ul.plain', {}, ...Object.entries(headers).map(([name, value]) => h('li', {}, h('code', {}, `${name}: ${value}`))));

/**
 * Its settings: shown, or being changed.
 * @param {Held} held
 * @param {import('./eventTypes.js').EventType[]} types
 * @param {() => Promise<unknown>} onChange
 */
export const settingsPanel = (held, types, onChange) => {
  const { endpoint } = held;
  const card = h('section.card', { 'aria-label': t('settings') });
  const save = async (body) => {
    await changeEndpoint(held, body);
    await onChange();
    announce(t('saved'));
  };
  const cancel = () => {
    show();
    focusButton(card);
  };
  const edit = () => {
    const element = endpointForm({ title: t('settings'), yes: t('save'), types, endpoint, cancel, send: save });
    card.replaceChildren(element);
    element.querySelector('input')?.focus();
  };
  const show = () => {
    const { description, eventTypes, headers, rateLimitPerSecond, isDefault, previousSecretUntil, createdAt } =
      endpoint;
    const rows = facts([
      [t('description'), description || null],
      [t('events'), eventList(eventTypes)],
      [t('headers'), headersOf(headers) || null],
      [t('rateLimit'), rateLimitPerSecond === null ? t('unlimited') : t('perSecond', rateLimitPerSecond)],
      [t('previousSecret'), previousSecretUntil && t('until', moment(previousSecretUntil))],
      [t('createdAt'), moment(createdAt)],
    ]);
    const button = session.may('settings:write') && h('p', {}, plainButton(t('edit'), edit));
    const note = isDefault && h('p.quiet', {}, t('isDefault'));
    card.replaceChildren(h('h2', {}, t('settings')), rows, ...[note, button].filter((node) => node !== false));
  };
  show();
  return card;
};
