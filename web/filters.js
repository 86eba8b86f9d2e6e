import { h, valuesOf } from './dom.js';
import { plainButton } from './parts.js';
import { t } from './words.js';

const typingMs = 250;

/**
 * Fields that narrow a list.
 * @param {Node[]} fields
 * @param {(values: Record<string, string>) => unknown} onChange gets those that are filled in
 */
export const filters = (fields, onChange) => {
  const reset = plainButton(t('reset'), () => {
    form.reset();
    changed();
  });
  const form = h('form.filters', { role: 'search', onsubmit: (event) => event.preventDefault() }, ...fields, reset);
  const changed = () => {
    const filled = Object.entries(valuesOf(form)).filter(([, value]) => value !== '');
    void onChange(Object.fromEntries(filled));
  };
  let typing;
  form.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(changed, typingMs);
  });
  // Folded on a phone, where the list itself comes first.
  return h('details.fold', { open: matchMedia('(min-width: 761px)').matches }, h('summary', {}, t('filters')), form);
};
