import { Problem } from './api.js';
import { sentenceOf, t } from './words.js';

/** What is wrong with a field, by its code. @param {import('./api.js').FieldProblem} error */
export const fieldSentence = ({ code, params }) => sentenceOf('fieldErrors', code, params) ?? t('unknownProblem', code);

/**
 * What went wrong, by its exact reason if there is one.
 * @param {unknown} error
 * @returns {string}
 */
export const explain = (error) => {
  if (!(error instanceof Problem)) return t('offline');
  const { status, code, reason, params } = error;
  return (
    (reason && sentenceOf('reasons', reason, params)) ??
    (code && sentenceOf('problems', code, params)) ??
    t('unknownProblem', code ?? status)
  );
};

/**
 * A line for each thing that is wrong with what was sent.
 * @param {unknown} error
 * @returns {string[]}
 */
export const explanations = (error) =>
  error instanceof Problem && error.errors.length > 0
    ? error.errors.map((each) => [each.path.replace(/^body\.?/, ''), fieldSentence(each)].filter(Boolean).join(': '))
    : [explain(error)];
