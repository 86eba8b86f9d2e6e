/**
 * Makes an element. Text only ever becomes text nodes, so nothing that a caller said can become markup.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag | `${Tag}.${string}`} tag `div`, or with classes: `div.card.wide`
 * @param {Record<string, unknown>} [attributes] `on…` are listeners; false and undefined are left out
 * @param {...(Node | string | number | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export const h = (tag, attributes = {}, ...children) => {
  const [name = '', ...classes] = tag.split('.');
  const element = document.createElement(/** @type {Tag} */ (name));
  if (classes.length > 0) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function')
      element.addEventListener(key.slice('on'.length), /** @type {EventListener} */ (value));
    else if (typeof value === 'string' || typeof value === 'number') element.setAttribute(key, String(value));
    else if (value === true) element.setAttribute(key, '');
  }
  element.append(
    ...children.filter((child) => child !== null && child !== undefined && child !== false && child !== '').map(asNode),
  );
  return element;
};

const asNode = (child) => (child instanceof Node ? child : document.createTextNode(String(child)));

/**
 * The values of a form, by the names of its fields; of several with one name the last.
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
export const valuesOf = (form) =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']));
