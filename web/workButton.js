import { h } from './dom.js';
import { plainButton } from './parts.js';
import { explain } from './problems.js';

/**
 * A button that does one thing at a time, and says beside it what went wrong.
 * @param {string} text
 * @param {() => Promise<unknown>} work
 */
export const workButton = (text, work) => {
  const problem = h('span.error', { role: 'alert' });
  let busy = false;
  const run = async () => {
    if (busy) return;
    busy = true;
    button.setAttribute('aria-busy', 'true');
    problem.textContent = '';
    try {
      await work();
    } catch (error) {
      problem.textContent = explain(error);
    } finally {
      busy = false;
      button.removeAttribute('aria-busy');
    }
  };
  const button = plainButton(text, () => void run());
  return h('span.work', {}, button, ' ', problem);
};
