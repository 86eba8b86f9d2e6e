import { isFields, listOf, textOf, type Fields } from '../shared/body.ts';
import { isPlaceholder, objectIn, plain, unwrapped } from '../shared/modelWords.ts';

/** One of Vapi's structured outputs: the saved question's name, and what the model answered. */
interface Output {
  name: string;
  result: unknown;
}

const isWrapped = (output: unknown): output is Fields => isFields(output) && ('result' in output || 'name' in output);

const outputOf = (key: string, output: unknown): Output[] => {
  const { name, result } = isWrapped(output) ? output : { name: key, result: output };
  if (result === null || result === undefined) return [];
  return [{ name: textOf(name) ?? key, result: unwrapped(result) }];
};

/** Keyed by the output's id; a list in some exports. */
const outputsOf = (artifact: Fields): Output[] => {
  const given = unwrapped(artifact['structuredOutputs']);
  const entries: [string, unknown][] = Array.isArray(given)
    ? given.map((output, index): [string, unknown] => [`output${index + 1}`, output])
    : Object.entries(isFields(given) ? given : {});
  return entries.flatMap(([key, output]) => outputOf(key, output));
};

const fits = (data: Fields, fields: Fields): boolean =>
  Object.entries(fields).every(
    ([name, value]) => !Object.hasOwn(data, name) || JSON.stringify(data[name]) === JSON.stringify(value),
  );

/** Fields of an object become fields of the whole, as receivers expect them; where a name is taken, the output's own holds them. */
const withOutput = (data: Fields, { name, result }: Output): Fields => {
  if (isFields(result) && fits(data, result)) return { ...data, ...result };
  let free = name;
  for (let number = 2; Object.hasOwn(data, free); number += 1) free = `${name} ${number}`;
  return { ...data, [free]: result };
};

/** What `analysisPlan` extracted. Without a schema that is text, which may spell an object. */
const analysed = (given: unknown): Fields => {
  const inner = unwrapped(given);
  if (isFields(inner)) return inner;
  if (Array.isArray(inner)) return inner.length > 0 ? { items: inner } : {};
  return typeof inner === 'string' && !isPlaceholder(inner) ? { text: inner } : {};
};

/** Vapi's catalogue of several extractions: `[{key: {…}}]` or `[{name, result}]`. */
const catalogue = (given: unknown): Output[] =>
  listOf(unwrapped(given)).flatMap((item) => {
    const entry = objectIn(item) ?? {};
    if ('result' in entry) return outputOf('output', entry);
    return Object.entries(entry).map(([name, result]) => ({ name, result: unwrapped(result) }));
  });

/** All that the assistant extracted from the conversation, wherever Vapi wrote it; undefined where that is nothing. */
export const structuredDataOf = (analysis: Fields, artifact: Fields): Fields | undefined => {
  const outputs = [...catalogue(analysis['structuredDataMulti']), ...outputsOf(artifact)];
  const data = outputs.reduce(withOutput, analysed(analysis['structuredData']));
  return Object.keys(data).length > 0 || isFields(analysis['structuredData']) ? data : undefined;
};

/** The text among the outputs that answers one of these questions. */
export const outputNamed = (artifact: Fields, names: readonly string[]): string | undefined => {
  const found = outputsOf(artifact).find(
    ({ name, result }) => names.includes(plain(name)) && typeof result !== 'object',
  );
  return found && String(found.result);
};
