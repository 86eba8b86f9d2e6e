import type { Emergency } from './plan.ts';

/** Lower case, without accents and punctuation, one space between words and around them. */
const wordsOf = (text: string): string =>
  ` ${text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** Whether a caller said one of the plan's words, in any language: whole words, so that `feuille` is no fire. */
export const isEmergency = ({ words }: Emergency, speech: string): boolean => {
  const heard = wordsOf(speech);
  return Object.values(words)
    .flat()
    .map(wordsOf)
    .some((word) => word.trim() !== '' && heard.includes(word));
};
