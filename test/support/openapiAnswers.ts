import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { components, type Operation, type Schema } from './openapi.ts';

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);

const validators = new Map<Schema, ValidateFunction>();

const validatorOf = (schema: Schema): ValidateFunction => {
  const known = validators.get(schema) ?? ajv.compile({ ...schema, components });
  validators.set(schema, known);
  return known;
};

/** What is wrong with the value, in words; nothing for a value that fits. */
export const mismatch = (schema: Schema, value: unknown): string | undefined => {
  const validate = validatorOf(schema);
  return validate(value) ? undefined : ajv.errorsText(validate.errors);
};

export interface RawAnswer {
  status: number;
  /** Without its parameters; empty where there is none. */
  contentType: string;
  text: string;
}

/** How the answer differs from what the document says about the operation. */
export const violation = (operation: Operation, { status, contentType, text }: RawAnswer): string | undefined => {
  const documented = operation.responses[status];
  if (!documented) return `the status ${status} is not documented: ${text.slice(0, 300)}`;
  if (!documented.content) return text === '' ? undefined : `a body where none is documented: ${text.slice(0, 300)}`;
  const media = documented.content[contentType];
  if (!media) return `the content type "${contentType}" is not documented for ${status}`;
  const value: unknown = contentType.endsWith('json') ? JSON.parse(text) : text;
  const difference = mismatch(media.schema, value);
  return difference && `${difference} in ${text.slice(0, 300)}`;
};
