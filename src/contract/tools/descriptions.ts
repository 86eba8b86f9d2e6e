import { z } from 'zod';
import { businessTopics } from '../../domain/business/businessInfo.ts';
import type { ToolName } from './arguments.ts';

/** A tool as the assistant knows it: the model reads these words, callers never hear them. */
interface ToolDescription {
  description: string;
  parameters: z.ZodObject;
}

const shared = {
  callerName: z.string().optional().describe("The caller's name, as they said it"),
  callbackNumber: z.string().optional().describe('Where to call back, if it is not the number that they call from'),
  urgent: z.boolean().optional().describe('Whether it cannot wait until the next working day'),
};

/** The tools that the assistant is given at its vendor. What they are called with is checked when they run. */
export const toolDescriptions = {
  get_business_info: {
    description:
      'What the business has said of itself: hours, services, price ranges, address, area, payment. Never say a price that it does not name.',
    parameters: z.object({
      topic: z.enum(businessTopics).optional().describe('What the caller asks about; leave it out to get everything'),
    }),
  },
  take_message: {
    description: 'Notes a message for the team. Say that it was noted only after this tool has said so.',
    parameters: z.object({ ...shared, message: z.string().describe('What the caller wants to have passed on') }),
  },
  request_callback: {
    description: 'Has the team call back. Say when they will only as this tool has said it.',
    parameters: z.object({
      ...shared,
      reason: z.string().optional().describe('What the call back is about'),
      notBefore: z.string().optional().describe('The earliest moment that suits the caller, ISO 8601'),
    }),
  },
} as const satisfies Record<ToolName, ToolDescription>;

export const describedTools = Object.keys(toolDescriptions) as ToolName[];

/** As JSON Schema, in the subset that vendors of assistants take. */
export const parametersOf = (tool: ToolName): Record<string, unknown> => {
  const { type, properties, required } = z.toJSONSchema(toolDescriptions[tool].parameters, { io: 'input' });
  return { type, properties, ...(required && required.length > 0 && { required }) };
};
