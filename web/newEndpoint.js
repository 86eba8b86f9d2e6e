import { api, take } from './api.js';
import { h } from './dom.js';
import { endpointForm } from './endpointForm.js';
import { fetchEventTypes } from './eventTypes.js';
import { field } from './fields.js';
import { focusButton } from './parts.js';
import { showOnce } from './secret.js';
import { t } from './words.js';
import { workButton } from './workButton.js';

/**
 * A button that opens the form for one more endpoint.
 * @param {() => unknown} onCreated
 */
export const newEndpoint = (onCreated) => {
  const place = h('div');
  const create = async (body, { secret = '' }) => {
    const made = await take(
      api.POST('/dashboard/webhooks/endpoints', { body: { ...body, ...(secret !== '' && { secret }) } }),
    );
    show();
    place.prepend(showOnce(t('endpointMade'), t('endpointMadeHint'), made.secret));
    void onCreated();
  };
  const cancel = () => {
    show();
    focusButton(place);
  };
  const open = async () => {
    const types = await fetchEventTypes();
    const secret = { name: 'secret', minlength: 8, maxlength: 256, autocomplete: 'off', spellcheck: 'false' };
    const more = [field(t('ownSecret'), secret, t('ownSecretHint'))];
    const element = endpointForm({
      title: t('newEndpoint'),
      yes: t('create'),
      types,
      more,
      cancel,
      send: create,
    });
    place.replaceChildren(h('section.card.wide', {}, element));
    element.querySelector('input')?.focus();
  };
  const show = () => {
    const button = workButton(t('newEndpoint'), open);
    button.querySelector('button')?.classList.remove('plain');
    place.replaceChildren(h('p', {}, button));
  };
  show();
  return place;
};
