/** What callers and contacts speak with the business, and in what they are answered. */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];
