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

/** @param {Recovery} recovery */
const draw = ({ id, status, startedAt, total, lookedAt, queued, delivered, failed }) => {
  const cancel = workButton(t('cancelRecovery'), () =>
    take(api.DELETE('/dashboard/webhooks/recoveries/{id}', { params: { path: { id } } })),
  );
  const counted = { 'aria-label': t('recovery'), max: Math.max(total, 1), value: total === 0 ? 1 : lookedAt };
  const isRunning = status === 'running';
  return [
    h('p', {}, badge('recoveryStatuses', status), h('span.quiet', {}, ` ${t('since', moment(startedAt))}`)),
    // Until they are counted nobody knows how far it is.
    h('progress', isRunning && total === 0 ? { 'aria-label': t('recovery') } : counted),
    h('p', {}, t('recoveryCounts', total, queued, delivered, failed)),
    isRunning && session.may('deliveries:retry') && h('p', {}, cancel),
  ].filter((node) => node !== false);
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

  /** @param {string} id */
  const follow = async (id) => {
    try {
      while (!signal.aborted && followed === id) {
        const recovery = await fetchRecovery(id);
        if (signal.aborted || followed !== id) return;
        // The focus may be on its button.
        if (!element.contains(document.activeElement) || recovery.status !== 'running')
          element.replaceChildren(...draw(recovery));
        if (recovery.status !== 'running') {
          sessionStorage.removeItem(stored);
          announce(t('recoveryEnded'));
          onEnded();
          return;
        }
        await pause(askEveryMs);
      }
    } catch (error) {
      // Somebody else's, or too long ago.
      const isGone = error instanceof Problem && error.code === 'resource.not_found';
      if (isGone) sessionStorage.removeItem(stored);
      element.replaceChildren(isGone ? '' : h('p.error', { role: 'alert' }, explain(error)));
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
