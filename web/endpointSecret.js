import { api, take } from './api.js';
import { ask } from './dialog.js';
import { h } from './dom.js';
import { select } from './fields.js';
import { moment } from './format.js';
import { announce, copyable, plainButton, section } from './parts.js';
import { t } from './words.js';
import { workButton } from './workButton.js';

const overlaps = [0, 1, 24, 72, 168];

/** @param {number} hours */
const overlapText = (hours) => (hours === 0 ? t('noOverlap') : t('overlapFor', hours));

/**
 * What signs the events: shown on request, and replaced.
 * @param {string} id of the endpoint
 * @param {(previousSecretUntil: string | null) => void} onRotated
 */
export const secretPanel = (id, onRotated) => {
  const place = h('div');
  const params = { path: { id } };
  const reveal = ({ secret, previousSecretUntil }) => {
    place.replaceChildren(
      copyable(secret),
      ...(previousSecretUntil ? [h('p.quiet', {}, t('bothSign', moment(previousSecretUntil)))] : []),
      h('p.buttons', {}, plainButton(t('hide'), hide), plainButton(t('rotate'), askRotate)),
    );
    place.querySelector('button')?.focus();
  };
  const show = async () => reveal(await take(api.GET('/dashboard/webhooks/endpoints/{id}/secret', { params })));
  const rotate = async ({ overlap = '' }) => {
    const body = { overlapHours: Number(overlap) };
    const made = await take(api.POST('/dashboard/webhooks/endpoints/{id}/secret/rotate', { params, body }));
    reveal(made);
    announce(t('rotated'));
    onRotated(made.previousSecretUntil);
  };
  const askRotate = () =>
    ask({
      title: t('rotateTitle'),
      hint: t('rotateHint'),
      yes: t('rotate'),
      fields: [
        select(
          t('overlap'),
          'overlap',
          overlaps.map((hours) => [String(hours), overlapText(hours)]),
          '24',
        ),
      ],
      act: rotate,
      place,
    });
  const conceal = () =>
    place.replaceChildren(h('p.buttons', {}, workButton(t('showSecret'), show), plainButton(t('rotate'), askRotate)));
  const hide = () => {
    conceal();
    place.querySelector('button')?.focus();
  };
  conceal();
  return section(t('signingSecret'), h('p.quiet', {}, t('signingSecretHint')), place);
};
