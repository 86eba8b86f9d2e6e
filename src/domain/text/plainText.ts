/** Letters that do not come apart into a plain one and an accent. */
const spelledOut: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };

/** In lower case and without accents, however they are encoded: `L’Écuyer` is `l’ecuyer`, `Lebœuf` is `leboeuf`. */
export const plainText = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[œæßøłđ]/g, (letter) => spelledOut[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .normalize('NFC');
