import { accountView } from './account.js';
import { apiKeysView } from './apiKeys.js';
import { session } from './api.js';
import { auditView } from './audit.js';
import { h } from './dom.js';
import { integrationsView } from './integrations.js';
import { teamView } from './team.js';
import { t } from './words.js';

/**
 * @typedef {object} Area
 * @property {string} path
 * @property {import('./words.js').Word} title
 * @property {Parameters<typeof session.may>[0]} [permission] none: for every user
 * @property {(signal: AbortSignal, redraw: () => void, place: import('./listPage.js').Place) => Node[]} view
 */

/** @type {Area[]} */
const areas = [
  { path: 'integrations', title: 'integrations', permission: 'settings:read', view: integrationsView },
  { path: 'team', title: 'team', permission: 'users:read', view: teamView },
  { path: 'api-keys', title: 'apiKeys', permission: 'api_keys:read', view: apiKeysView },
  {
    path: 'audit',
    title: 'audit',
    permission: 'audit:read',
    view: (signal, _redraw, place) => auditView(signal, place),
  },
  { path: 'account', title: 'account', view: accountView },
];

/**
 * What there is to set, as far as the user may see it.
 * @param {AbortSignal} signal
 * @param {string | undefined} path of an area; undefined: the first one
 * @param {() => void} redraw for what changes the page around the area
 * @param {import('./listPage.js').Place} place
 */
export const settingsView = (signal, path, redraw, place) => {
  const allowed = areas.filter(({ permission }) => !permission || session.may(permission));
  const area = allowed.find((each) => each.path === path) ?? allowed[0];
  const link = (each) =>
    h('a', { href: `#/settings/${each.path}`, 'aria-current': each === area && 'page' }, t(each.title));
  return [
    h('h1', {}, t('settings')),
    h('nav.areas', { 'aria-label': t('settings') }, ...allowed.map(link)),
    ...(area ? area.view(signal, redraw, place) : []),
  ];
};
