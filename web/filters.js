import { h, valuesOf } from './dom.js';
import { plainButton } from './parts.js';
import { t } from './words.js';

const typingMs = 250;

/**
 * Fields that narrow a list.
 * @param {Node[]} fields
 * @param {Record<string, string>} initial their values at first
 * @param {() => unknown} onChange
 */
export const filters = (fields, initial, onChange) => {
  const reset = plainButton(t('reset'), () => {
    // Not `reset()`, which goes back to what the page began with.
    fill({});
    changed();
    inputs()[0]?.focus();
  });
  const form = h('form.filters', { role: 'search', onsubmit: (event) => event.preventDefault() }, ...fields, reset);
  const inputs = () =>
    /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ ([...form.querySelectorAll('input, select')]);
  const fill = (values) => {
    for (const input of inputs()) input.value = values[input.name] ?? '';
  };
  /** Those that are filled in. */
  const values = () => Object.fromEntries(Object.entries(valuesOf(form)).filter(([, value]) => value !== ''));
  const changed = () => {
    reset.hidden = Object.keys(values()).length === 0;
    onChange();
  };
  let typing;
  form.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(changed, typingMs);
  });
  fill(initial);
  const isNarrowed = Object.keys(values()).length > 0;
  reset.hidden = !isNarrowed;
  // Folded on a phone, where the list itself comes first.
  const open = isNarrowed || matchMedia('(min-width: 761px)').matches;
  return { element: h('details.fold', { open }, h('summary', {}, t('filters')), form), values };
};
