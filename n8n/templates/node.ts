import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Parameters = Record<string, Json>;

/** As n8n saves it. */
export interface WorkflowNode {
  id: string;
  name: string;
  type: string;
  typeVersion: number;
  position: [x: number, y: number];
  parameters: Parameters;
  webhookId?: string;
  onError?: 'continueRegularOutput';
  retryOnFail?: true;
  maxTries?: number;
  waitBetweenTries?: number;
}

/** A node before it belongs to a workflow, which gives it its id. */
type NodePlan = Omit<WorkflowNode, 'id'>;

/** From a node's output (0: the first, an IF's true) to another's input. */
export interface Connection {
  from: string;
  output?: number;
  to: string;
}

/** Nodes side by side, and what leads from one to the next. */
export interface Part {
  nodes: NodePlan[];
  connections: Connection[];
}

/** The same on every run, so that a new version of a template differs only where it was changed. */
export const stableId = (...names: string[]): string =>
  createHash('sha256')
    .update(names.join('/'))
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');

/** The functions of a file in `code/`, for a Code node. */
export const codeOf = (file: string): string =>
  readFileSync(new URL(`../code/${file}`, import.meta.url), 'utf8').replaceAll(/^export /gm, '');

interface Condition {
  left: string;
  is: 'true' | 'notEmpty' | { equals: string } | { oneOf: string[] };
}

const conditionOf = ({ left, is }: Condition): Parameters => {
  if (is === 'true') return { leftValue: left, rightValue: '', operator: unary('boolean', 'true') };
  if (is === 'notEmpty') return { leftValue: left, rightValue: '', operator: unary('string', 'notEmpty') };
  if ('equals' in is)
    return { leftValue: left, rightValue: is.equals, operator: { type: 'string', operation: 'equals' } };
  return {
    leftValue: `={{ ${JSON.stringify(is.oneOf).replaceAll('"', "'").replaceAll(',', ', ')} }}`,
    rightValue: left,
    operator: { type: 'array', operation: 'contains', rightType: 'any' },
  };
};

const unary = (type: string, operation: string): Parameters => ({ type, operation, singleValue: true });

/** An IF node that wants all of it. */
export const ifNode = (name: string, position: [number, number], conditions: Condition[]): NodePlan => ({
  name,
  type: 'n8n-nodes-base.if',
  typeVersion: 2.2,
  position,
  parameters: {
    conditions: {
      options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
      conditions: conditions.map((condition, index) => ({
        id: stableId(name, String(index)),
        ...conditionOf(condition),
      })),
      combinator: 'and',
    },
    options: {},
  },
});

/** Lets each call through once, however many of its events come by. When its memory is full it lets all through. */
export const oncePerCall = (name: string, position: [number, number]): NodePlan => ({
  name,
  type: 'n8n-nodes-base.removeDuplicates',
  typeVersion: 2,
  position,
  parameters: {
    operation: 'removeItemsSeenInPreviousExecutions',
    dedupeValue: '={{ $json.data.callId }}',
    options: { historySize: 100_000 },
  },
  onError: 'continueRegularOutput',
});

export const codeNode = (name: string, position: [number, number], jsCode: string): NodePlan => ({
  name,
  type: 'n8n-nodes-base.code',
  typeVersion: 2,
  position,
  parameters: { jsCode },
});

/** What a person reads on the canvas, beside the nodes. French first. */
export const note = (
  name: string,
  [x, y]: [number, number],
  [width, height]: [number, number],
  lines: string[],
): NodePlan => ({
  name,
  type: 'n8n-nodes-base.stickyNote',
  typeVersion: 1,
  position: [x, y],
  parameters: { content: lines.join('\n'), width, height },
});
