import { booking } from './booking.ts';
import { missedCall } from './missedCall.ts';
import { stableId, type Connection, type Part, type WorkflowNode } from './node.ts';
import { start } from './start.ts';
import { transcript } from './transcript.ts';

type Targets = { node: string; type: 'main'; index: 0 }[];

/** A file that n8n imports. */
interface Workflow {
  id: string;
  name: string;
  active: false;
  nodes: WorkflowNode[];
  connections: Record<string, { main: Targets[] }>;
  settings: { executionOrder: 'v1'; timezone: string };
}

/** How far apart the rows of the big template are. */
const rowHeight = 440;

const connectionsOf = (connections: Connection[]): Workflow['connections'] => {
  const found: Workflow['connections'] = {};
  for (const { from, output = 0, to } of connections) {
    const { main } = (found[from] ??= { main: [] });
    while (main.length <= output) main.push([]);
    main[output]?.push({ node: to, type: 'main', index: 0 });
  }
  return found;
};

/** @param path the webhook's, also what ids are made from: they stay while a template keeps its path */
const workflow = (path: string, name: string, rows: ((y: number) => Part)[]): Workflow => {
  const parts = [start(path), ...rows.map((row, index) => row(index * rowHeight - 100))];
  return {
    id: stableId(path).replaceAll('-', '').slice(0, 16),
    name,
    active: false,
    nodes: parts
      .flatMap(({ nodes }) => nodes)
      .map((node) => ({
        id: stableId(path, node.name),
        ...node,
        ...(node.type.endsWith('.webhook') && { webhookId: stableId(path, 'webhook') }),
      })),
    connections: connectionsOf(parts.flatMap(({ connections }) => connections)),
    settings: { executionOrder: 'v1', timezone: 'America/Toronto' },
  };
};

/** File name → template. */
export const templates: Record<string, Workflow> = {
  'all-in-one': workflow('ai-receptionist', 'Réceptionniste : tout', [booking, missedCall, transcript]),
  booking: workflow('ai-receptionist-booking', 'Réceptionniste : rendez-vous → agenda', [booking]),
  'missed-call': workflow('ai-receptionist-missed-call', 'Réceptionniste : appel manqué → texto', [missedCall]),
  transcript: workflow('ai-receptionist-transcript', 'Réceptionniste : transcription → courriel', [transcript]),
};
