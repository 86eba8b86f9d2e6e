import { Problem, take } from './api.js';

/**
 * What the API answered, with the tag of how it is now.
 * @template Data
 * @param {Promise<{ data?: Data, error?: unknown, response: Response }>} answer
 * @throws {Problem}
 */
export const takeTagged = async (answer) => {
  const data = await take(answer);
  return { data, etag: (await answer).response.headers.get('etag') ?? '*' };
};

/**
 * Refuses to save a form over a change that was made since it was drawn. A tag from then would not do: it also covers what
 * changes by itself, as calls come in and deliveries fail.
 * @template Data
 * @param {Data} drawn what the form was drawn from
 * @param {{ data: Data, etag: string }} now
 * @param {(data: Data) => unknown} edited what the form can change
 * @returns {string} the tag to save with
 * @throws {Problem} `resource.changed`
 */
export const tagToSave = (drawn, now, edited) => {
  if (JSON.stringify(edited(now.data)) !== JSON.stringify(edited(drawn))) {
    throw new Problem(412, { code: 'resource.changed' });
  }
  return now.etag;
};
