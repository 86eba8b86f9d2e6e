import { api, session, take } from './api.js';
import { businessPanel } from './business.js';
import { h } from './dom.js';
import { form, submitButton } from './forms.js';
import { announce, copyable, facts, failure, focusButton, loading, plainButton } from './parts.js';
import { flatten, inputFor, read, rowsOf } from './integrationFields.js';
import { t, tOf } from './words.js';

/**
 * @typedef {'twilio' | 'signalwire' | 'vapi' | 'n8n'} Kind
 * @typedef {import('./integrationFields.js').Schema} Schema
 * @typedef {Record<string, unknown>} Settings
 */

/**
 * @param {Kind} kind
 * @param {Settings} settings fits the API's own description, from which its fields come
 * @returns {Promise<Settings>}
 */
const saveIntegration = async (kind, settings) => {
  const path = /** @type {'/dashboard/tenant/config/n8n'} */ (`/dashboard/tenant/config/${kind}`);
  const body = /** @type {import('./client.js').Schemas['EndpointSettingsUpdate']} */ (
    /** @type {unknown} */ (settings)
  );
  return take(api.PUT(path, { body }));
};

/**
 * The settings of an integration or of the default endpoint: shown, or being changed.
 * @param {object} options
 * @param {Kind} options.kind
 * @param {string} options.title
 * @param {string} [options.url] where the provider sends its webhooks
 * @param {Schema} options.schema
 * @param {Settings | null} options.settings null: not saved yet
 */
const panel = ({ kind, title, url, schema, settings: initial }) => {
  let settings = initial;
  const card = h('section.card', { 'aria-label': title });
  const heading = () =>
    h(
      'div.title',
      {},
      h('h2', {}, title),
      h('span.badge', { 'data-tone': settings ? 'good' : 'calm' }, t(settings ? 'set' : 'notSet')),
    );

  const close = () => {
    show();
    focusButton(card);
  };
  const edit = () => {
    const save = async (_values, element) => {
      settings = await saveIntegration(kind, read(element));
      close();
      announce(t('saved'));
    };
    const fields = [...flatten(settings, schema).map(inputFor), h('p.quiet', {}, t('secretHint'))];
    const buttons = [submitButton(t('save')), plainButton(t('cancel'), close)];
    card.replaceChildren(heading(), form('form.stack', fields, buttons, save));
    card.querySelector('input')?.focus();
  };
  const show = () => {
    const rows = settings ? rowsOf(settings, schema) : [];
    card.replaceChildren(
      heading(),
      ...(url ? [h('p.quiet', {}, t('webhookUrl')), copyable(url)] : []),
      ...(rows.length > 0 ? [facts(rows)] : []),
      ...(session.may('settings:write') ? [h('p', {}, plainButton(t('edit'), edit))] : []),
    );
  };
  show();
  return card;
};

const fetchOpenApi = async () => (await fetch('/openapi.json')).json();

/** @returns {Schema} */
const schemaOf = (openApi, kind) => {
  const { $ref } = openApi.paths[`/dashboard/tenant/config/${kind}`].put.requestBody.content['application/json'].schema;
  return openApi.components.schemas[$ref.split('/').at(-1)];
};

/**
 * The integrations, and where events go.
 * @param {AbortSignal} signal
 * @param {() => void} redraw
 */
export const integrationsView = (signal, redraw) => {
  const content = h('div', {}, loading());
  const show = async () => {
    try {
      const [settings, openApi] = await Promise.all([take(api.GET('/dashboard/tenant/config')), fetchOpenApi()]);
      if (signal.aborted) return;
      const saved = /** @type {Record<string, Settings | null>} */ (/** @type {unknown} */ (settings));
      const providers = Object.entries(settings.webhookUrls).map(([name, url]) => {
        const kind = /** @type {Kind} */ (name);
        const schema = schemaOf(openApi, kind);
        return panel({ kind, title: tOf('providers', kind), url, schema, settings: saved[kind] ?? null });
      });
      const endpoint = {
        kind: /** @type {const} */ ('n8n'),
        title: t('n8nEndpoint'),
        schema: schemaOf(openApi, 'n8n'),
      };
      content.replaceChildren(
        h(
          'div.panels',
          {},
          businessPanel(settings.tenant, redraw),
          ...providers,
          panel({ ...endpoint, settings: saved['n8n'] ?? null }),
        ),
      );
    } catch (error) {
      content.replaceChildren(failure(error, show));
    }
  };
  void show();
  return [content];
};
