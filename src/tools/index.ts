export { readBusinessFacts } from './businessFacts.ts';
export { checkTool, isChecked } from './check.ts';
export { runTool, ToolCallExpired, type RanTool } from './runTool.ts';
export type { PromisingTool } from './workItems.ts';
