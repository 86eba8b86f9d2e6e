import type { BusinessFacts, BusinessTopic, PriceRange } from '../../domain/business/businessInfo.ts';
import type { Language } from '../../domain/text/languages.ts';
import type { Noted, ToolAnswer } from '../../domain/tools/answer.ts';
import type { Bilingual } from '../../words/bilingual.ts';
import { business, payments, topics } from '../../words/business.ts';
import { byThen } from '../../words/spokenTime.ts';
import { fields, tools } from '../../words/tools.ts';

const joined = (texts: readonly Bilingual[], separator: string): Bilingual => ({
  fr: texts.map(({ fr }) => fr).join(separator),
  en: texts.map(({ en }) => en).join(separator),
});

const money = (cents: number, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'CAD',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100);

const range = ({ fromCents, toCents }: PriceRange): Bilingual =>
  fromCents === toCents
    ? { fr: money(fromCents, 'fr-CA'), en: money(fromCents, 'en-CA') }
    : {
        fr: `de ${money(fromCents, 'fr-CA')} à ${money(toCents, 'fr-CA')}`,
        en: `${money(fromCents, 'en-CA')} to ${money(toCents, 'en-CA')}`,
      };

const said: Record<BusinessTopic, (facts: BusinessFacts) => Bilingual | undefined> = {
  hours: ({ hours }) => (hours === null ? undefined : business.hours(hours)),
  address: ({ address }) => (address === null ? undefined : business.address(address)),
  area: ({ area }) => (area === null ? undefined : business.area(area)),
  services: ({ services }) =>
    services.length === 0
      ? undefined
      : business.services(
          joined(
            services.map(({ name }) => name),
            ', ',
          ),
        ),
  prices: ({ services }) => {
    const priced = services.flatMap(({ name, price }) => {
      if (price === null) return [];
      const { fr, en } = range(price);
      return [{ fr: `${name.fr}, ${fr}`, en: `${name.en}, ${en}` }];
    });
    return priced.length === 0 ? undefined : business.prices(joined(priced, '; '));
  },
  payment: ({ paymentMethods }) =>
    paymentMethods.length === 0
      ? undefined
      : business.payment(
          joined(
            paymentMethods.map((method) => payments[method]()),
            ', ',
          ),
        ),
};

const info = (facts: BusinessFacts): Bilingual =>
  joined(
    [business.name(facts.name), ...facts.topics.map((topic) => said[topic](facts) ?? business.unsaid(topics[topic]()))],
    ' ',
  );

const noted = ({ kind, dueAt, notedAt, timeZone }: Noted): Bilingual => {
  const by = byThen(new Date(dueAt), new Date(notedAt), timeZone);
  switch (kind) {
    case 'message':
      return tools.messageNoted(by);
    case 'callback':
      return tools.callbackNoted(by);
  }
};

const isField = (name: string): name is keyof typeof fields => Object.hasOwn(fields, name);

const invalid = (names: readonly string[]): Bilingual => {
  const known = names.filter(isField).map((name) => fields[name]());
  return tools.invalid(known.length > 0 ? joined(known, ', ') : fields.message());
};

const inWords = (answer: ToolAnswer): Bilingual => {
  switch (answer.code) {
    case 'work_item.noted':
      return noted(answer);
    case 'business.info':
      return info(answer.facts);
    case 'tool.invalid':
      return invalid(answer.fields);
    case 'tool.unknown':
      return tools.unknown();
    case 'tool.unavailable':
      return tools.unavailable();
  }
};

/** What an assistant is told, in the caller's language, or in both where it is not known. */
export const toolSentence = (answer: ToolAnswer, language: Language | null): string => {
  const { fr, en } = inWords(answer);
  return language === null ? `${fr} ${en}` : { fr, en }[language];
};
