import { session } from './api.js';
import { h } from './dom.js';
import { endpointForm } from './endpointForm.js';
import { eventList } from './eventTypes.js';
import { moment } from './format.js';
import { announce, facts, focusButton, plainButton } from './parts.js';
import { saveSettings } from './taggedEndpoint.js';
import { t } from './words.js';

/** @typedef {import('./client.js').Schemas['Endpoint']} Endpoint */

/** @param {Record<string, string>} headers masked */
const headersOf = (headers) =>
  Object.keys(headers).length > 0 &&
  h('ul.plain', {}, ...Object.entries(headers).map(([name, value]) => h('li', {}, h('code', {}, `${name}: ${value}`))));

/**
 * Its settings: shown, or being changed.
 * @param {Endpoint} endpoint
 * @param {import('./eventTypes.js').EventType[]} types
 * @param {(endpoint: Endpoint) => void} onChange
 * @param {(counts: { waiting: number, missed: number }) => void} onMoved its URL is another one now
 */
export const settingsPanel = (endpoint, types, onChange, onMoved) => {
  const card = h('section.card', { 'aria-label': t('settings') });
  let latest = endpoint;
  const edit = () => {
    const drawn = latest;
    const save = async (body) => {
      const saved = await saveSettings(drawn, body);
      onChange(saved);
      if (saved.url !== drawn.url) onMoved(saved);
      close();
      announce(t('saved'));
    };
    const element = endpointForm({
      title: t('settings'),
      yes: t('save'),
      types,
      endpoint: drawn,
      cancel: close,
      send: save,
    });
    card.replaceChildren(element);
    element.querySelector('input')?.focus();
  };
  const draw = () => {
    const { description, eventTypes, headers, rateLimitPerSecond, isDefault, previousSecretUntil, createdAt } = latest;
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
  const close = () => {
    draw();
    focusButton(card);
  };
  /** As it is now. A form that is open stays. @param {Endpoint} now */
  const show = (now) => {
    latest = now;
    if (card.querySelector('form')) return;
    const hadFocus = card.contains(document.activeElement);
    draw();
    if (hadFocus) focusButton(card);
  };
  draw();
  return { element: card, show };
};
