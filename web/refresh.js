/**
 * Does something again and again while the page is looked at.
 * @param {AbortSignal} signal ends with the view
 * @param {number} everyMs
 * @param {() => unknown} work
 */
export const keepFresh = (signal, everyMs, work) => {
  const timer = setInterval(() => document.hidden || work(), everyMs);
  signal.addEventListener('abort', () => clearInterval(timer));
};

/** @param {number} ms */
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
