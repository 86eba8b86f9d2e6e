/** What a contact speaks with the business. */
export const contactLanguages = ['fr', 'en'] as const;
export type Language = (typeof contactLanguages)[number];
