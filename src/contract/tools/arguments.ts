import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { z } from 'zod';
import { because } from '../problems/fieldErrors.ts';
import { businessTopics } from '../../domain/business/businessInfo.ts';

/** Language models fill optional fields in with nothing. */
const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value),
    schema.optional(),
  );

const text = (max: number) => z.string().normalize('NFC').trim().min(1).max(max);

/** As callers say it: ten digits are a number of North America. */
const SpokenNumber = z.string().transform((said, issue) => {
  const number = parsePhoneNumberFromString(said, { defaultCountry: 'CA', extract: false });
  if (number?.isPossible()) return number.number;
  issue.addIssue({ code: 'custom', ...because('number.malformed') });
  return z.NEVER;
});

const YesOrNo = z.union([z.boolean(), z.stringbool()]);

const longestWishMs = 31 * 86_400_000;

/** Without an offset it is the time of the business; a wish for the distant future is a mistake. */
const Wish = z.iso
  .datetime({ local: true, offset: true })
  .refine((iso) => Date.parse(iso) < Date.now() + longestWishMs, because('date.too_far', { days: 31 }));

const shared = {
  callerName: orNothing(text(200)),
  callbackNumber: orNothing(SpokenNumber),
  urgent: orNothing(YesOrNo),
};

/** What each tool is given, as the assistant was told to fill it in. What else it says is left out. */
export const toolArguments = {
  get_business_info: z.object({ topic: orNothing(z.enum(businessTopics)) }),
  take_message: z.object({ ...shared, message: text(5_000) }),
  request_callback: z.object({ ...shared, reason: orNothing(text(5_000)), notBefore: orNothing(Wish) }),
} as const;

export type ToolName = keyof typeof toolArguments;
export type ArgumentsOf<Name extends ToolName> = z.output<(typeof toolArguments)[Name]>;

export const isTool = (name: string): name is ToolName => Object.hasOwn(toolArguments, name);
