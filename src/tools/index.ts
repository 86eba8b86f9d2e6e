export { readBusinessFacts } from './businessFacts.ts';
export { checkTool, isChecked, type CheckedTool } from './check.ts';
export { runTool, ToolCallExpired, type RanTool, type ToolOrder } from './runTool.ts';
export type { PromisingTool } from './workItems.ts';
