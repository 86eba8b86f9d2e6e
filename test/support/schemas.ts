import type { z } from 'zod';
import { createRoutes } from '../../src/api/routes.ts';
import { createProviders } from '../../src/providers/registry.ts';

const nowhere = 'http://127.0.0.1:1';

/** All routes, with providers that are never asked. */
export const allRoutes = () =>
  createRoutes(createProviders({ providerUrls: { twilio: nowhere, signalwire: nowhere, vapi: nowhere } }));

export interface RequestSchema {
  name: string;
  part: 'params' | 'query' | 'body';
  schema: z.ZodType;
  example: unknown;
}

/** What each route makes of its requests. */
export const requestSchemas = (): RequestSchema[] =>
  allRoutes().flatMap(({ contract }) =>
    (['params', 'query', 'body'] as const).flatMap((part): RequestSchema[] => {
      const schema: unknown = contract[part as keyof typeof contract];
      const examples = contract.examples as Record<string, unknown> | undefined;
      if (!schema) return [];
      const name = `${contract.method} ${contract.path} ${part}`;
      return [{ name, part, schema: schema as z.ZodType, example: examples?.[part] ?? {} }];
    }),
  );

/** A schema or check, and all that it is made of. */
export const partsOf = (root: unknown): z.core.$ZodTypeDef[] => {
  const seen = new Set<unknown>();
  const found: z.core.$ZodTypeDef[] = [];
  const walk = (value: unknown): void => {
    if (value === null || typeof value !== 'object' || seen.has(value)) return;
    seen.add(value);
    if ('_zod' in value) {
      const { def } = value._zod as { def: z.core.$ZodTypeDef };
      found.push(def);
      Object.values(def).forEach(walk);
    } else if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) {
      Object.values(value).forEach(walk);
    }
  };
  walk(root);
  return found;
};
