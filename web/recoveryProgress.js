import { api, Problem, session, take } from './api.js';
import { h } from './dom.js';
import { moment } from './format.js';
import { announce, badge } from './parts.js';
import { explain } from './problems.js';
import { pause } from './refresh.js';
import { t } from './words.js';
import { workButton } from './workButton.js';

/** @typedef {import('./client.js').Schemas['Recovery']} Recovery */

const askEveryMs = 1_500;

const fetchRecovery = (id) => take(api.GET('/dashboard/webhooks/recoveries/{id}', { params: { path: { id } } }));

/** Its state, changed in place, so that the focus may stay on its button. @param {string} id */
const drawing = (id) => {
  const [state, counts] = [h('p'), h('p')];
  const bar = h('progress', { 'aria-label': t('recovery') });
  const cancel = workButton(t('cancelRecovery'), () =>
    take(api.DELETE('/dashboard/webhooks/recoveries/{id}', { params: { path: { id } } })),
  );
  const line = h('p', {}, cancel);
  /** @param {Recovery} recovery */
  const show = ({ status, startedAt, total, lookedAt, queued, delivered, failed }) => {
    const isRunning = status === 'running';
    state.replaceChildren(badge('recoveryStatuses', status), ` ${t('startedAt', moment(startedAt))}`);
    // Until they are counted nobody knows how far it is.
    if (!isRunning || total > 0) {
      bar.max = Math.max(total, 1);
      bar.value = total === 0 ? 1 : lookedAt;
    }
    counts.textContent = t('recoveryCounts', total, queued, delivered, failed);
    line.hidden = !isRunning || !session.may('deliveries:retry');
  };
  return { parts: [state, bar, counts, line], show };
};

/**
 * Shows how far a recovery is, until it is over. Reloading the page does not lose sight of it.
 * @param {AbortSignal} signal
 * @param {string} key where this tab remembers its id
 * @param {() => unknown} onEnded
 */
export const recoveryProgress = (signal, key, onEnded) => {
  const element = h('div');
  const stored = `reception.recovery.${key}`;
  let followed = sessionStorage.getItem(stored);

  /** @param {Recovery} recovery */
  const end = ({ status }) => {
    if (status === 'running') return false;
    sessionStorage.removeItem(stored);
    announce(t('recoveryEnded'));
    onEnded();
    return true;
  };

  /** @param {string} id */
  const follow = async (id) => {
    const { parts, show } = drawing(id);
    for (; !signal.aborted && followed === id; await pause(askEveryMs)) {
      try {
        const recovery = await fetchRecovery(id);
        if (signal.aborted || followed !== id) return;
        show(recovery);
        if (!parts[0]?.isConnected) element.replaceChildren(...parts);
        if (end(recovery)) return;
      } catch (error) {
        element.replaceChildren(h('p.error', { role: 'alert' }, explain(error)));
        // Somebody else's, or too long ago.
        if (!(error instanceof Problem) || error.code !== 'resource.not_found') continue;
        sessionStorage.removeItem(stored);
        element.replaceChildren();
        return;
      }
    }
  };
  if (followed) void follow(followed);
  return {
    element,
    /** @param {Recovery} recovery */
    begin: ({ id }) => {
      followed = id;
      sessionStorage.setItem(stored, id);
      void follow(id);
    },
  };
};
