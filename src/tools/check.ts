import { isTool, toolArguments, type ArgumentsOf, type ToolName } from '../contract/tools/arguments.ts';
import type { AskingCall, NothingDone, ToolRequest } from '../domain/tools/answer.ts';

/** A tool that we have, with arguments that fit. */
export type CheckedTool = { [Name in ToolName]: { name: Name; args: ArgumentsOf<Name> } }[ToolName];

/** Assistants' ids are shorter; a longer one could be kept in no index. */
const longestId = 200;

const invalid = (fields: string[]): NothingDone => ({ code: 'tool.invalid', fields: [...new Set(fields)] });

/** The border of a tool call: nothing is done, and no row written, for what does not pass. */
export const checkTool = (
  { id, name, args }: ToolRequest,
  { callerNumber }: Pick<AskingCall, 'callerNumber'>,
): CheckedTool | NothingDone => {
  if (!isTool(name) || id.length > longestId) return { code: 'tool.unknown' };
  const parsed = toolArguments[name].safeParse(args);
  if (!parsed.success) return invalid(parsed.error.issues.map(({ path }) => String(path[0])));
  const checked = { name, args: parsed.data } as CheckedTool;
  const numberIsMissing = checked.name === 'request_callback' && !checked.args.callbackNumber && !callerNumber;
  return numberIsMissing ? invalid(['callbackNumber']) : checked;
};

export const isChecked = (tool: CheckedTool | NothingDone): tool is CheckedTool => 'name' in tool;
