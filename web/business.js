import { api, session, take } from './api.js';
import { h } from './dom.js';
import { field, select } from './fields.js';
import { form, submitButton } from './forms.js';
import { announce, facts, focusButton, plainButton } from './parts.js';
import { t } from './words.js';

/** @param {string} current */
const timeZones = (current) => {
  const names = Intl.supportedValuesOf('timeZone');
  return names.includes(current) ? names : [current, ...names];
};

/**
 * @param {'callRetentionMonths' | 'logRetentionDays'} name
 * @param {number} value
 * @param {number} min
 * @param {number} max
 * @param {string} [hint]
 */
const number = (name, value, min, max, hint) =>
  field(t(name), { name, value: String(value), type: 'number', min, max, step: 1, required: true }, hint);

/**
 * Name, time zone and retention of the business.
 * @param {import('./client.js').Schemas['Tenant']} tenant
 * @param {() => void} redraw
 */
export const businessPanel = ({ name, slug, timeZone, callRetentionMonths, logRetentionDays }, redraw) => {
  const card = h('section.card', { 'aria-label': t('business') });
  const save = async (values) => {
    const body = {
      name: values.name,
      timeZone: values.timeZone,
      callRetentionMonths: Number(values.callRetentionMonths),
      logRetentionDays: Number(values.logRetentionDays),
    };
    await take(api.PATCH('/dashboard/tenant', { body }));
    await session.refresh();
    redraw();
    announce(t('saved'));
  };
  const cancel = () => {
    show();
    focusButton(card);
  };
  const edit = () => {
    const fields = [
      h('h2', {}, t('business')),
      field(t('name'), { name: 'name', value: name, required: true, maxlength: 100, autocomplete: 'organization' }),
      select(
        t('timeZone'),
        'timeZone',
        timeZones(timeZone).map((zone) => [zone, zone]),
        timeZone,
      ),
      number('callRetentionMonths', callRetentionMonths, 1, 120),
      number('logRetentionDays', logRetentionDays, 14, 730, t('retentionHint')),
    ];
    const buttons = [submitButton(t('save')), plainButton(t('cancel'), cancel)];
    card.replaceChildren(form('form.stack', fields, buttons, save));
    card.querySelector('input')?.focus();
  };
  const show = () => {
    const rows = facts([
      [t('name'), name],
      [t('timeZone'), timeZone],
      [t('callRetentionMonths'), String(callRetentionMonths)],
      [t('logRetentionDays'), String(logRetentionDays)],
      [t('slug'), h('code', {}, slug)],
    ]);
    const change = session.may('settings:write') && h('p', {}, plainButton(t('edit'), edit));
    card.replaceChildren(h('h2', {}, t('business')), rows, ...(change ? [change] : []));
  };
  show();
  return card;
};
