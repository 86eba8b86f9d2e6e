/** One text in each language that our customers speak. */
export interface Bilingual {
  fr: string;
  en: string;
}
