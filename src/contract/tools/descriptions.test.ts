import { expect, test } from 'vitest';
import { toolArguments, type ToolName } from './arguments.ts';
import { describedTools, parametersOf } from './descriptions.ts';

/** Something that every parameter takes. */
const examples: Record<string, unknown> = {
  topic: 'hours',
  callerName: 'Josée',
  callbackNumber: '514 555-0142',
  urgent: true,
  message: 'Une fuite',
  reason: 'Une fuite',
  notBefore: new Date(Date.now() + 3_600_000).toISOString(),
};

const given = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, examples[name]]));

test('what the assistant is told to fill in is what its tools take', () => {
  expect(describedTools.toSorted()).toEqual(Object.keys(toolArguments).toSorted());
});

test.each<ToolName>(describedTools)('%s takes all of its parameters, and needs what it says it needs', (tool) => {
  const { properties, required = [] } = parametersOf(tool) as { properties: object; required?: string[] };
  const names = Object.keys(properties);
  const schema = toolArguments[tool];
  expect(Object.keys(schema.shape).toSorted()).toEqual(names.toSorted());
  expect(Object.keys(schema.parse(given(names))).toSorted()).toEqual(names.toSorted());
  for (const name of names)
    expect(schema.safeParse(given(names.filter((other) => other !== name))).success).toBe(!required.includes(name));
});
