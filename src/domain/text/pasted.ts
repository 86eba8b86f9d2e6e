const edges = /^[\s\p{Control}\p{Format}]+|[\s\p{Control}\p{Format}]+$/gu;

/** Without what comes along when a key or an id is copied: line breaks, spaces of all kinds, characters without width. */
export const withoutEdges = (text: string): string => text.replaceAll(edges, '');
