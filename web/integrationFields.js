import { h } from './dom.js';
import { field, select } from './fields.js';
import { t, tOf } from './words.js';

/**
 * @typedef {object} Schema JSON Schema, as the API describes its settings
 * @property {string} [type]
 * @property {string[]} [enum]
 * @property {string} [default]
 * @property {string[]} [required]
 * @property {Record<string, Schema>} [properties]
 *
 * @typedef {{ path: string, value: unknown, schema: Schema, required: boolean }} Setting
 */

/**
 * `hmac: {secret}` → `hmac.secret`: one line for each value.
 * @param {Record<string, any> | null | undefined} settings
 * @param {Schema} schema
 * @returns {Setting[]}
 */
export const flatten = (settings, schema, prefix = '') =>
  Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
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

/** @param {[path: string, value: string | string[]][]} pairs */
export const nest = (pairs) => {
  /** @type {Record<string, any>} */
  const settings = {};
  for (const [path, value] of pairs) {
    const [name = '', inner] = path.split('.');
    if (inner === undefined) settings[name] = value;
    else settings[name] = { ...settings[name], [inner]: value };
  }
  // An optional group such as `hmac` counts only with its secret.
  for (const [name, value] of Object.entries(settings))
    if (value?.constructor === Object && !value.secret) delete settings[name];
  return settings;
};

/** @param {unknown} value */
const shown = (value) => {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
};

/** @param {Setting} setting */
export const inputFor = ({ path, value, schema, required }) => {
  const text = shown(value ?? schema.default ?? '');
  if (schema.enum)
    return select(
      tOf('settingNames', path),
      path,
      schema.enum.map((word) => [word, word]),
      text,
    );
  const isList = schema.type === 'array';
  const attributes = {
    name: path,
    value: text,
    required,
    autocomplete: 'off',
    spellcheck: 'false',
    'data-list': isList,
  };
  return field(tOf('settingNames', path), attributes, isList ? t('commas') : undefined);
};

/** @param {HTMLFormElement} form */
export const read = (form) =>
  nest(
    [...form.querySelectorAll('input, select')]
      .map((element) => /** @type {HTMLInputElement} */ (element))
      .filter(({ value }) => value !== '')
      .map(({ name, value, dataset }) => {
        const parts = () => value.split(',').map((part) => part.trim());
        return [name, 'list' in dataset ? parts().filter(Boolean) : value];
      }),
  );

/**
 * Terms and values for what is set.
 * @param {Record<string, unknown>} settings
 * @param {Schema} schema
 * @returns {[string, HTMLElement][]}
 */
export const rowsOf = (settings, schema) =>
  flatten(settings, schema)
    .filter(({ value }) => value !== undefined && value !== null && shown(value) !== '')
    .map(({ path, value }) => [tOf('settingNames', path), h('code', {}, shown(value))]);
