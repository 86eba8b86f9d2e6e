import { z } from 'zod';
import { Instant } from '../http/fields.ts';

const DriftedField = z
  .object({
    field: z.string().describe('Such as `voice.voiceId`; of a tool, with its name before'),
    ours: z.unknown().describe('What we want; secrets are masked'),
    theirs: z.unknown().describe('What the vendor has; null where it has nothing'),
  })
  .meta({ id: 'DriftedField', description: 'Something that the vendor has otherwise than we want it' });

export const AssistantView = z
  .object({
    assistantId: z.string().nullable().describe("The vendor's id; null until the first sync"),
    toolIds: z.record(z.string(), z.string()).describe("The vendor's ids, by the tool's name"),
    syncedAt: Instant.nullable().describe('When we last wrote and read it back'),
    drift: z.array(DriftedField).describe('What the vendor had otherwise afterwards'),
    duplicates: z
      .array(z.string())
      .describe('Further assistants of yours at the vendor, which nothing uses: delete them there'),
  })
  .meta({ id: 'Assistant', description: 'The assistant that talks with callers, as its vendor has it' });

export const exampleAssistant = {
  assistantId: '00000000-0000-4000-8000-000000000301',
  toolIds: { take_message: '00000000-0000-4000-8000-0000000093a1' },
  syncedAt: '2026-01-15T10:30:00.000Z',
  drift: [{ field: 'voice.voiceId', ours: 'fr-CA-SylvieNeural', theirs: 'andrew' }],
  duplicates: [],
};
