import { api, session, take } from './api.js';
import { ask } from './dialog.js';
import { h } from './dom.js';
import { moment } from './format.js';
import { announce, badge, copyable, plainButton } from './parts.js';
import { changeEndpoint, healthOf, nameOf } from './taggedEndpoint.js';
import { t, tOf } from './words.js';
import { workButton } from './workButton.js';

/** @typedef {import('./client.js').Schemas['Endpoint']} Endpoint */

/** @param {Endpoint} endpoint */
const askDelete = (endpoint) =>
  ask({
    title: t('deleteTitle', nameOf(endpoint)),
    hint: t('deleteHint'),
    yes: t('delete'),
    act: async () => {
      const path = { id: endpoint.id };
      await take(api.DELETE('/dashboard/webhooks/endpoints/{id}', { params: { path } }));
      location.hash = '#/endpoints';
      announce(t('deleted'));
    },
  });

/**
 * Why nothing is sent there, or may soon not be any more.
 * @param {Endpoint} endpoint
 */
const warningOf = ({ disabledAt, disabledBecause, failingSince }) => {
  if (disabledAt !== null)
    return h(
      'p.notice',
      { 'data-tone': 'bad' },
      `${tOf('disabledReasons', disabledBecause ?? 'asked')} ${t('disabledSince', moment(disabledAt))}`,
    );
  return failingSince !== null && h('p.notice', { 'data-tone': 'warn' }, t('failingSince', moment(failingSince)));
};

/**
 * Its name, whether it takes events, and what switches that.
 * @param {Endpoint} endpoint
 * @param {(endpoint: Endpoint) => void} onChange
 */
export const headOf = (endpoint, onChange) => {
  const isEnabled = endpoint.status === 'enabled';
  const turn = async () => {
    onChange(await changeEndpoint(endpoint.id, { enabled: !isEnabled }));
    announce(t('saved'));
  };
  const buttons = session.may('settings:write') && [
    workButton(t(isEnabled ? 'disable' : 'enable'), turn),
    plainButton(t('delete'), () => askDelete(endpoint)),
  ];
  return h(
    'div',
    {},
    h(
      'div.title',
      {},
      h('h1', {}, nameOf(endpoint)),
      badge('endpointStatuses', healthOf(endpoint)),
      buttons && h('div.tools', {}, ...buttons),
    ),
    copyable(endpoint.url),
    warningOf(endpoint),
  );
};
