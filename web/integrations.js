import { api, session, take } from './api.js';
import { h } from './dom.js';
import { announce, copyable, facts, failure, loading } from './parts.js';
import { t, tOf } from './words.js';

const valueOf = (value) =>
  Array.isArray(value)
    ? value.join(', ') || t('none')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

/** `hmac: {secret}` → `hmac.secret`: one line for each value. */
const flatten = (settings, schema, prefix = '') =>
  Object.entries(schema.properties).flatMap(([name, inner]) =>
    inner.properties
      ? flatten(settings?.[name], inner, `${prefix}${name}.`)
      : [
          {
            path: `${prefix}${name}`,
            value: settings?.[name],
            schema: inner,
            required: prefix === '' && (schema.required ?? []).includes(name),
          },
        ],
  );

const nest = (pairs) => {
  const settings = {};
  for (const [path, value] of pairs) {
    const keys = path.split('.');
    const last = keys.pop();
    const parent = keys.reduce((object, key) => (object[key] ??= {}), settings);
    parent[last] = value;
  }
  // An optional group such as `hmac` counts only with its secret.
  for (const [name, value] of Object.entries(settings))
    if (value?.constructor === Object && !value.secret) delete settings[name];
  return settings;
};

const inputFor = ({ path, value, schema, required }) => {
  const label = h('span', {}, path);
  if (schema.enum)
    return h(
      'label',
      {},
      label,
      h(
        'select',
        { name: path },
        ...schema.enum.map((word) => h('option', { value: word, selected: word === (value ?? schema.default) }, word)),
      ),
    );
  const text = Array.isArray(value) ? value.join(', ') : (value ?? schema.default ?? '');
  return h(
    'label',
    {},
    label,
    h('input', {
      name: path,
      value: text,
      required,
      autocomplete: 'off',
      spellcheck: 'false',
      'data-list': schema.type === 'array',
    }),
  );
};

const read = (form) =>
  nest(
    [...form.elements]
      .filter(({ name, value }) => name && value !== '')
      .map((input) => [
        input.name,
        'list' in input.dataset
          ? input.value
              .split(',')
              .map((part) => part.trim())
              .filter(Boolean)
          : input.value,
      ]),
  );

/** One kind of settings: shown, or being changed. Its fields come from the API's own description. */
const panel = (kind, title, url, schema, initial) => {
  let settings = initial;
  const card = h('section.card', { 'aria-label': title });
  const heading = () =>
    h(
      'div.title',
      {},
      h('h2', {}, title),
      h('span.badge', { 'data-tone': settings ? 'good' : 'calm' }, t(settings ? 'set' : 'notSet')),
    );

  const edit = () => {
    const problems = h('div', { role: 'alert' });
    const form = h(
      'form.stack',
      {},
      ...flatten(settings ?? {}, schema).map(inputFor),
      h('p.quiet', {}, t('secretHint')),
      problems,
      h(
        'p',
        {},
        h('button', { type: 'submit' }, t('save')),
        ' ',
        h('button.plain', { type: 'button', onclick: show }, t('cancel')),
      ),
    );
    const save = async () => {
      try {
        settings = await ask(`/dashboard/tenant/config/${kind}`, { method: 'PUT', body: read(form) });
        show();
        announce(t('saved'));
      } catch (error) {
        const lines =
          error.errors?.length > 0
            ? error.errors.map(({ path, message }) => `${path.replace(/^body\./, '')}: ${message}`)
            : [error.message];
        problems.replaceChildren(...lines.map((line) => h('p.error', {}, line)));
      }
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void save();
    });
    card.replaceChildren(heading(), form);
    form.elements[0]?.focus();
  };
  const show = () => {
    const rows = settings
      ? flatten(settings, schema)
          .filter(({ value }) => value !== undefined && value !== '')
          .map(({ path, value }) => [path, h('code', {}, valueOf(value))])
      : [];
    card.replaceChildren(
      heading(),
      ...(url ? [h('p.quiet', {}, t('webhookUrl')), copyable(url)] : []),
      ...(rows.length > 0 ? [facts(rows)] : []),
      h('p', {}, h('button.plain', { type: 'button', onclick: edit }, t('edit'))),
    );
  };
  show();
  return card;
};

const schemaOf = (openApi, kind) => {
  const { $ref } = openApi.paths[`/dashboard/tenant/config/${kind}`].put.requestBody.content['application/json'].schema;
  return openApi.components.schemas[$ref.split('/').at(-1)];
};

/** Accounts with the providers, and where events go. */
export const settingsView = (signal) => {
  const content = h('div', {}, loading());
  const show = async () => {
    try {
      const [config, openApi] = await Promise.all([ask('/dashboard/tenant/config'), ask('/openapi.json')]);
      if (signal.aborted) return;
      const providers = Object.entries(config.webhookUrls).map(([kind, url]) =>
        panel(kind, tOf('providers', kind), url, schemaOf(openApi, kind), config[kind]),
      );
      content.replaceChildren(
        h('p.quiet', {}, `${config.tenant.name} · ${config.tenant.slug} · ${t('timeZone')}: ${config.tenant.timeZone}`),
        h('div.panels', {}, ...providers, panel('n8n', t('endpoint'), undefined, schemaOf(openApi, 'n8n'), config.n8n)),
      );
    } catch (error) {
      content.replaceChildren(failure(error, show));
    }
  };
  void show();
  return [h('h1', {}, t('settings')), content];
};
