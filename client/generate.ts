import openapiTypescript, { astToString } from 'openapi-typescript';

/** The text of `schema.d.ts`: the types of everything that the document says. */
export const typesOf = async (document: string): Promise<string> =>
  `// Generated from openapi.json: npm run openapi\n\n${astToString(await openapiTypescript(document))}`;
