import { api, Problem, session, take } from './api.js';
import { h } from './dom.js';
import { field, select, tick } from './fields.js';
import { form, submitButton } from './forms.js';
import { focusButton, plainButton } from './parts.js';
import { showOnce } from './secret.js';
import { namesOf, t, tOf } from './words.js';

/** @typedef {import('./client.js').Schemas['ApiKey']['scopes'][number]} Scope */

const day = 86_400_000;
const lifetimes = [30, 90, 365];

/** What a key may be allowed to do, of what its maker may. */
const scopesToGive = () => {
  const mine = session.get()?.user.permissions ?? [];
  return namesOf('scopeNames').filter((name) => mine.some((permission) => permission === name));
};

/**
 * A button that opens the form for one more key.
 * @param {() => unknown} onCreated
 */
export const newApiKey = (onCreated) => {
  const place = h('div');
  const create = async ({ name = '', days = '' }, element) => {
    const scopes = /** @type {Scope[]} */ (new FormData(element).getAll('scopes'));
    if (scopes.length === 0) throw new Problem(400, { detail: t('oneScope') });
    const expiresAt = new Date(Date.now() + Number(days) * day).toISOString();
    const { key } = await take(api.POST('/dashboard/api-keys', { body: { name, scopes, expiresAt } }));
    show();
    place.prepend(showOnce(t('keyMade', name), t('keyHint'), key));
    void onCreated();
  };
  const cancel = () => {
    show();
    focusButton(place);
  };
  const open = () => {
    const fields = [
      h('h2', {}, t('newKey')),
      field(t('keyName'), { name: 'name', required: true, maxlength: 100, autocomplete: 'off' }),
      h(
        'fieldset',
        {},
        h('legend', {}, t('scopes')),
        h(
          'div.ticks',
          {},
          ...scopesToGive().map((scope) => tick(tOf('scopeNames', scope), { name: 'scopes', value: scope })),
        ),
      ),
      select(
        t('expires'),
        'days',
        lifetimes.map((days) => [String(days), t('inDays', days)]),
        '90',
      ),
    ];
    const buttons = [submitButton(t('createKey')), plainButton(t('cancel'), cancel)];
    place.replaceChildren(form('form.card.stack', fields, buttons, create));
    place.querySelector('input')?.focus();
  };
  const show = () => place.replaceChildren(h('p', {}, h('button', { type: 'button', onclick: open }, t('newKey'))));
  show();
  return place;
};
