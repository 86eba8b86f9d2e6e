import { steps } from './kind.ts';

const parameter = 'to';

/** Where a carrier finds whom to ring; it signs the whole URL, number included. */
export const transferUrl = (webhookUrl: string, to: string): string =>
  `${webhookUrl}?${new URLSearchParams({ step: steps.transfer, [parameter]: to }).toString()}`;

/** Whom such a URL names, in the parameters of its query. */
export const transferTarget = (parameters: Readonly<Record<string, unknown>>): string | undefined => {
  const to = parameters[parameter];
  return typeof to === 'string' && /^\+\d{7,15}$/.test(to) ? to : undefined;
};
