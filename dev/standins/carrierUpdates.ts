import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** A request to change a live call, by the names of its parameters. */
export type CallUpdate = Record<string, string>;

/** Twilio's own document (MIT), reduced to what we send. */
const path = new URL('../../test/fixtures/openapi/twilio.json', import.meta.url);

/** SignalWire takes fewer of Twilio's parameters. */
const unknownToSignalWire = ['Twiml', 'TimeLimit'];

let validate: ValidateFunction | undefined;

const load = (): ValidateFunction => {
  // A form's values are text.
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: true });
  addFormats.default(ajv);
  ajv.addFormat('http-method', true).addFormat('twiml', true);
  ajv.addSchema(JSON.parse(readFileSync(path, 'utf8')) as object, 'twilio');
  // The document does not say that Twilio ignores what it does not know: here it is a mistake.
  return ajv.compile({
    allOf: [{ $ref: 'twilio#/components/schemas/UpdateCallRequest' }],
    propertyNames: { enum: Object.keys(propertiesOf()) },
  });
};

const propertiesOf = (): object => {
  const document = JSON.parse(readFileSync(path, 'utf8')) as {
    components: { schemas: { UpdateCallRequest: { properties: object } } };
  };
  return document.components.schemas.UpdateCallRequest.properties;
};

/** What the carrier would say against a change of a live call; undefined where it would take it. */
export const updateProblem = (carrier: 'twilio' | 'signalwire', update: CallUpdate): string | undefined => {
  validate ??= load();
  if (!validate({ ...update })) return (validate.errors ?? []).map(({ message }) => message).join('; ');
  const names = Object.keys(update);
  const unknown = carrier === 'signalwire' && names.find((name) => unknownToSignalWire.includes(name));
  if (unknown) return `${unknown} is not a parameter here`;
  const deeds = ['Url', 'Twiml', 'Status', 'TimeLimit'].filter((name) => names.includes(name));
  if (deeds.length !== 1) return 'exactly one of Url, Twiml, Status and TimeLimit is expected';
  if (names.includes('StatusCallback') && !names.includes('Url')) return 'StatusCallback is taken with Url only';
  return undefined;
};
