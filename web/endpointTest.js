import { api, take } from './api.js';
import { attemptsOf } from './deliveryDetails.js';
import { h } from './dom.js';
import { eventChoice } from './eventTypes.js';
import { followDelivery } from './followDelivery.js';
import { form, submitButton } from './forms.js';
import { badge, section } from './parts.js';
import { t } from './words.js';

const usual = 'call.ended';

/**
 * Sends an example, and shows how it went.
 * @param {AbortSignal} signal
 * @param {string} endpointId
 * @param {import('./eventTypes.js').EventType[]} types
 * @param {() => unknown} onSent
 */
export const testPanel = (signal, endpointId, types, onSent) => {
  const result = h('div', { role: 'status' });
  const example = h('pre', { tabindex: 0, 'aria-label': t('example') });
  const show = (eventType) => {
    const type = types.find((each) => each.eventType === eventType);
    example.textContent = JSON.stringify(type?.example, undefined, 2);
  };
  const choice = eventChoice(types, { value: usual });
  choice.addEventListener('change', ({ target }) => target instanceof HTMLSelectElement && show(target.value));
  show(usual);
  const examples = h('details.plain', {}, h('summary', {}, t('example')), example);
  const send = async (values) => {
    const eventType = /** @type {'call.ended'} */ (values.eventType);
    const params = { path: { id: endpointId } };
    const { deliveryId } = await take(
      api.POST('/dashboard/webhooks/endpoints/{id}/test', { params, body: { eventType } }),
    );
    result.replaceChildren(h('p.quiet', { 'aria-busy': 'true' }, t('testSent')));
    const delivery = await followDelivery(signal, deliveryId);
    if (signal.aborted) return;
    result.replaceChildren(h('p', {}, badge('statuses', delivery.status)), attemptsOf(delivery));
    onSent();
  };
  return section(
    t('testEvent'),
    h('p.quiet', {}, t('testHint')),
    form('form.stack', [choice, examples], [submitButton(t('sendTest'))], send),
    result,
  );
};
