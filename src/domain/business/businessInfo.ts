export const paymentMethods = ['cash', 'cheque', 'debit_card', 'credit_card', 'e_transfer', 'financing'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** Canadian cents, taxes not included. */
export interface PriceRange {
  fromCents: number;
  toCents: number;
}

export interface Service {
  name: { fr: string; en: string };
  /** Null where the business names no price. */
  price: PriceRange | null;
}

/** When the business calls back: no promise names a time outside. */
export interface CallbackPolicy {
  /** ISO weekdays: 1 is Monday. */
  days: number[];
  /** `HH:MM`, where the business is. */
  from: string;
  /** `HH:MM`, later than `from`. */
  until: string;
  /** How soon, counted within these hours. */
  withinMinutes: number;
  /** How soon in an emergency, day and night; null where only the hours above are promised. */
  emergencyWithinMinutes: number | null;
}

/** What holds until the business has said otherwise. */
export const usualCallbacks: CallbackPolicy = {
  days: [1, 2, 3, 4, 5],
  from: '08:00',
  until: '17:00',
  withinMinutes: 120,
  emergencyWithinMinutes: null,
};

/** What the business has said of itself; empty and null where it has not. */
export interface BusinessInfo {
  address: string | null;
  /** Where it works, in its words. */
  area: string | null;
  services: Service[];
  paymentMethods: PaymentMethod[];
}

/** What callers may ask about the business. */
export const businessTopics = ['hours', 'services', 'prices', 'address', 'area', 'payment'] as const;
export type BusinessTopic = (typeof businessTopics)[number];

/** The facts that an assistant may state; a topic that is missing was not asked for. */
export interface BusinessFacts extends BusinessInfo {
  name: string;
  /** Opening hours as they are said; null where the business has not said them. */
  hours: { fr: string; en: string } | null;
  topics: BusinessTopic[];
}
