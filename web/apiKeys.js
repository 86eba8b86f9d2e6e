import { api, session, take } from './api.js';
import { ask } from './dialog.js';
import { h } from './dom.js';
import { moment } from './format.js';
import { newApiKey } from './newApiKey.js';
import { paged } from './paged.js';
import { announce, badge, facts, plainButton } from './parts.js';
import { t, tOf } from './words.js';

/** @typedef {import('./client.js').Schemas['ApiKey']} ApiKey */

/**
 * @param {ApiKey} key
 * @param {() => Promise<unknown>} onChange
 */
const askRevoke = ({ id, name }, onChange) =>
  ask({
    title: t('revokeTitle', name),
    hint: t('revokeHint'),
    yes: t('revoke'),
    act: async () => {
      await take(api.DELETE('/dashboard/api-keys/{id}', { params: { path: { id } } }));
      await onChange();
      announce(tOf('keyStatuses', 'revoked'));
    },
  });

/**
 * @param {ApiKey} key
 * @param {() => Promise<unknown>} onChange
 */
const entry = (key, onChange) => {
  const { name, prefix, scopes, status, createdAt, expiresAt, lastUsedAt } = key;
  const used = `${t('lastUsed')}: ${lastUsedAt ? moment(lastUsedAt) : t('never')}`;
  const isRevocable = status === 'active' && session.may('api_keys:write');
  return h(
    'details',
    {},
    h(
      'summary',
      {},
      h('span.grow', {}, h('strong', {}, name), ' ', h('code.quiet', {}, `${prefix}…`)),
      badge('keyStatuses', status),
      h('span.quiet.wide', {}, used),
    ),
    h(
      'div.opened',
      {},
      facts([
        [t('scopes'), scopes.map((scope) => tOf('scopeNames', scope)).join(', ')],
        [t('created'), moment(createdAt)],
        [t('expires'), expiresAt && moment(expiresAt)],
      ]),
      isRevocable &&
        h(
          'p',
          {},
          plainButton(t('revoke'), () => askRevoke(key, onChange)),
        ),
    ),
  );
};

/**
 * What programs sign in with.
 * @param {AbortSignal} signal
 */
export const apiKeysView = (signal) => {
  const list = paged(signal, {
    load: (query) => take(api.GET('/dashboard/api-keys', { params: { query } })),
    draw: (keys) => keys.map((key) => entry(key, list.show)),
    found: 'keys',
    empty: () => 'noKeys',
    perPage: 100,
  });
  void list.show();
  return [...(session.may('api_keys:write') ? [newApiKey(() => list.restart())] : []), list.element];
};
