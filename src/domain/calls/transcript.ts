import type { CallFacts, TranscriptLine } from './facts.ts';

/** Longer calls exist, longer readers do not. */
const maxLength = 256_000;

/** A claim of a line, with its key: the order in which they were spoken. */
type Spoken = [lineId: string, line: { value: TranscriptLine; at: string }];

const inOrder = ([idA, a]: Spoken, [idB, b]: Spoken): number => {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  const bySequence = (a.value.sequence ?? 0) - (b.value.sequence ?? 0);
  return bySequence === 0 ? (idA < idB ? -1 : 1) : bySequence;
};

/** A whole transcript, such as the assistant's, outranks lines that the carrier heard. */
export const transcriptOf = ({ transcript, lines }: CallFacts): string | null => {
  if (transcript || !lines) return transcript?.value ?? null;
  return Object.entries(lines)
    .toSorted(inOrder)
    .map(([, { value }]) => (value.speaker ? `${value.speaker}: ${value.text}` : value.text))
    .join('\n')
    .slice(0, maxLength)
    .toWellFormed();
};
