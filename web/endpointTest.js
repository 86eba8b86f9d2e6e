import { api, take } from './api.js';
import { attemptsOf } from './deliveryDetails.js';
import { h } from './dom.js';
import { eventChoice } from './eventTypes.js';
import { form, submitButton } from './forms.js';
import { badge, section } from './parts.js';
import { pause } from './refresh.js';
import { t } from './words.js';

const askEveryMs = 600;
const usual = 'call.ended';
/** Longer than an endpoint may take for its answer. */
const patienceMs = 30_000;

/**
 * The delivery once the endpoint has answered, or has not in time.
 * @param {AbortSignal} signal
 * @param {string} id
 */
const attempted = async (signal, id) => {
  for (const end = Date.now() + patienceMs; ;) {
    const delivery = await take(api.GET('/dashboard/webhooks/deliveries/{id}', { params: { path: { id } } }));
    if (delivery.attempts > 0 || signal.aborted || Date.now() > end) return delivery;
    await pause(askEveryMs);
  }
};

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
    const delivery = await attempted(signal, deliveryId);
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
