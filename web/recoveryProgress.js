import { api, Problem, session, take } from './api.js';
import { h } from './dom.js';
import { moment, number } from './format.js';
import { announce, badge } from './parts.js';
import { explain } from './problems.js';
import { keepFresh, pause } from './refresh.js';
import { t } from './words.js';
import { workButton } from './workButton.js';

/** @typedef {import('./client.js').Schemas['Recovery']} Recovery */

const askEveryMs = 1_500;
const lookEveryMs = 10_000;

const fetchRecovery = (id) => take(api.GET('/dashboard/webhooks/recoveries/{id}', { params: { path: { id } } }));

/**
 * Its state, changed in place, so that the focus may stay on its button.
 * @param {string} id
 * @param {string | undefined} where it sends, unless that is clear
 */
const drawing = (id, where) => {
  const [state, counts, problem] = [h('p'), h('p'), h('p.error', { role: 'alert' })];
  const bar = h('progress', { 'aria-label': t('recovery') });
  const cancel = workButton(t('cancelRecovery'), () =>
    take(api.DELETE('/dashboard/webhooks/recoveries/{id}', { params: { path: { id } } })),
  );
  const line = h('p', {}, cancel);
  /** @param {Recovery} recovery */
  const show = ({ status, startedAt, total, lookedAt, queued, delivered, failed }) => {
    const isRunning = status === 'running';
    const begun = [t('startedAt', moment(startedAt)), where].filter(Boolean).join(' · ');
    state.replaceChildren(badge('recoveryStatuses', status), ` ${begun}`);
    // Until they are counted the progress is unknown.
    if (!isRunning || total > 0) {
      bar.max = Math.max(total, 1);
      bar.value = total === 0 ? 1 : lookedAt;
    }
    counts.textContent = t('recoveryCounts', number(total), number(queued), number(delivered), number(failed));
    line.hidden = !isRunning || !session.may('deliveries:retry');
  };
  return { element: h('div', {}, state, bar, counts, line, problem), problem, show };
};

/**
 * Shows how far all recoveries are, until they are over.
 * @param {AbortSignal} signal
 * @param {object} about
 * @param {string} [about.endpointId] those of one endpoint, and of all at once
 * @param {Map<string, string>} [about.endpoints] names by id, where those of several are shown
 * @param {() => unknown} onEnded
 */
export const recoveryProgress = (signal, { endpointId, endpoints }, onEnded) => {
  const [problem, list] = [h('p.error', { role: 'alert' }), h('div')];
  const seen = new Set();
  const running = new Set();

  const nameOf = (id) => (id === null ? t('allEndpoints') : endpoints && (endpoints.get(id) ?? t('endpointGone')));

  /** @param {string} id */
  const goOn = async (id, { element, problem, show }) => {
    // However many there are, the page asks no more often.
    for (; !signal.aborted; await pause(askEveryMs * running.size)) {
      try {
        const recovery = await fetchRecovery(id);
        problem.textContent = '';
        show(recovery);
        if (recovery.status === 'running') continue;
        announce(t('recoveryEnded'));
        onEnded();
        return;
      } catch (error) {
        problem.textContent = explain(error);
        // Too long ago.
        if (!(error instanceof Problem) || error.code !== 'resource.not_found') continue;
        element.remove();
        return;
      }
    }
  };

  /** @param {Recovery} recovery */
  const follow = async (recovery) => {
    const { id } = recovery;
    if (seen.has(id)) return;
    seen.add(id);
    // Those that are over stay until there is something new.
    if (running.size === 0) list.replaceChildren();
    running.add(id);
    const drawn = drawing(id, nameOf(recovery.endpointId));
    drawn.show(recovery);
    list.prepend(drawn.element);
    await goOn(id, drawn);
    running.delete(id);
  };

  const isHere = ({ endpointId: at }) => endpointId === undefined || at === null || at === endpointId;

  const look = async () => {
    try {
      const { data } = await take(api.GET('/dashboard/webhooks/recoveries'));
      problem.textContent = '';
      if (signal.aborted) return;
      const found = data.filter((recovery) => recovery.status === 'running' && isHere(recovery));
      for (const recovery of found.toReversed()) void follow(recovery);
    } catch (error) {
      problem.textContent = `${t('recovery')}: ${explain(error)}`;
    }
  };

  void look();
  keepFresh(signal, lookEveryMs, look);
  return {
    element: h('div', {}, problem, list),
    /** @param {Recovery} recovery */
    begin: (recovery) => void follow(recovery),
  };
};
