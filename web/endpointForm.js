import { Problem } from './api.js';
import { h } from './dom.js';
import { endpointBody, repeatedHeader } from './endpointBody.js';
import { eventTicks } from './eventTypes.js';
import { field } from './fields.js';
import { form, submitButton } from './forms.js';
import { plainButton } from './parts.js';
import { t } from './words.js';

/** @typedef {import('./client.js').Schemas['Endpoint']} Endpoint */

const quiet = { autocomplete: 'off', spellcheck: 'false' };

const wantsField = (value, text, checked) =>
  h('label.tick', {}, h('input', { type: 'radio', name: 'wants', value, checked }), h('span', {}, text));

/**
 * All events, or those that are ticked.
 * @param {import('./eventTypes.js').EventType[]} types
 * @param {readonly string[] | null} chosen
 */
const eventsField = (types, chosen) => {
  const ticks = h('div.ticks.wide', { hidden: chosen === null }, ...eventTicks(types, chosen ?? []));
  const change = ({ target }) => {
    if (target.name === 'wants') ticks.hidden = target.value === 'all';
  };
  return h(
    'fieldset',
    { 'data-path': 'eventTypes', onchange: change },
    h('legend', {}, t('events')),
    wantsField('all', t('wantsAll'), chosen === null),
    wantsField('some', t('wantsSome'), chosen !== null),
    ticks,
  );
};

const headerRow = (name = '', value = '') => {
  const remove = () => {
    const next = row.parentElement?.parentElement?.querySelector('button.add');
    row.remove();
    if (next instanceof HTMLElement) next.focus();
  };
  const row = h(
    'div.pair',
    {},
    h('input', { name: 'headerName', value: name, maxlength: 100, 'aria-label': t('headerName'), ...quiet }),
    h('input', { name: 'headerValue', value, maxlength: 1024, 'aria-label': t('headerValue'), ...quiet }),
    plainButton(t('remove'), remove),
  );
  return row;
};

/** @param {Record<string, string>} headers masked */
const headersField = (headers) => {
  const rows = h('div.pairs', {}, ...Object.entries(headers).map(([name, value]) => headerRow(name, value)));
  const add = plainButton(t('addHeader'), () => {
    const row = headerRow();
    rows.append(row);
    row.querySelector('input')?.focus();
  });
  add.classList.add('add');
  return h(
    'fieldset',
    { 'data-path': 'headers' },
    h('legend', {}, t('headers')),
    h('p.quiet', {}, t('headersHint')),
    rows,
    add,
  );
};

/** Shows what is wrong with a header in its line. @param {HTMLFormElement} element */
const nameRows = (element) => {
  for (const row of element.querySelectorAll('.pair')) {
    const path = `headers.${row.querySelector('input')?.value.trim()}`;
    row.setAttribute('data-path', path);
  }
};

/**
 * The form of an endpoint, new or not.
 * @param {object} options
 * @param {string} options.title
 * @param {string} options.yes what the button does
 * @param {import('./eventTypes.js').EventType[]} options.types
 * @param {Endpoint} [options.endpoint]
 * @param {Node[]} [options.more] further fields
 * @param {() => void} options.cancel
 * @param {(body: ReturnType<typeof endpointBody>, values: Record<string, string>) => Promise<unknown>} options.send
 */
export const endpointForm = ({ title, yes, types, endpoint, more = [], cancel, send }) => {
  const submit = async (values, element) => {
    nameRows(element);
    const data = new FormData(element);
    const repeated = repeatedHeader(data);
    if (repeated !== undefined) {
      throw new Problem(400, { errors: [{ path: `headers.${repeated}`, code: 'header.repeated', params: {} }] });
    }
    await send(endpointBody(data), values);
  };
  const url = { type: 'url', name: 'url', value: endpoint?.url, required: true, maxlength: 2048, ...quiet };
  const rate = { type: 'number', min: 1, max: 1000, value: endpoint?.rateLimitPerSecond ?? '', inputmode: 'numeric' };
  const fields = [
    h('h2', {}, title),
    field(t('url'), { ...url, placeholder: 'https://n8n.example.com/webhook/…' }, t('urlHint')),
    field(t('description'), { name: 'description', value: endpoint?.description, maxlength: 200, ...quiet }),
    eventsField(types, endpoint?.eventTypes ?? null),
    headersField(endpoint?.headers ?? {}),
    field(t('rateLimit'), { name: 'rateLimitPerSecond', ...rate }, t('rateLimitHint')),
    ...more,
  ];
  return form('form.stack', fields, [submitButton(yes), plainButton(t('cancel'), cancel)], submit);
};
