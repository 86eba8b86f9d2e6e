import { isIP, isIPv6 } from 'node:net';
import { attemptError, type AttemptError, type DestinationErrorCode } from '../domain/deliveries/attemptErrors.ts';
import { isPublicAddress, isWithin, networksOf } from './publicAddress.ts';

export interface DestinationRules {
  /** Allowed though not public: hosts (`n8n`, `localhost:5678`, `[::1]:5678`) and networks (`10.0.0.0/8`, `fd00::/8`). */
  allowed: readonly string[];
  /** Plain http then goes to allowed hosts and networks only. */
  requireHttps: boolean;
}

/** As `URL` has them; an IPv6 address with or without its brackets. */
export interface Destination {
  protocol: string;
  hostname: string;
  port: string;
}

const bare = (hostname: string): string =>
  hostname
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();

const hostKey = (hostname: string, port = ''): string => `${bare(hostname)} ${port}`.trimEnd();

/** As `URL` writes the host, so that `[0::1]` and `127.1` are found. @throws Error for what is no host. */
const hostKeyOf = (entry: string): string => {
  const [, host = '', port] = /^([^\s/@?#]*?)(?::(\d{1,5}))?$/.exec(isIPv6(entry) ? `[${entry}]` : entry) ?? [];
  const { hostname = '' } = URL.parse(`http://${host}`) ?? {};
  // `URL` takes a wildcard for a name.
  if (!/^[\w.:[\]-]+$/.test(hostname)) throw new Error(`expected a host such as n8n:5678, not \`${entry}\``);
  return hostKey(hostname, port);
};

const portOf = ({ protocol, port }: Destination): string => port || (protocol === 'http:' ? '80' : '443');

export type DestinationProblem = AttemptError<DestinationErrorCode>;

export interface Destinations {
  /** Trusted by its name, wherever the name leads. */
  isAllowedHost(destination: Destination): boolean;
  /**
   * Why nothing may be sent there; undefined when all is well. One address that is not public is enough: a name that
   * leads inside and outside is a mistake or an attack, and picking would hide it.
   * @param addresses all that the name resolves to; none where it has not been resolved.
   */
  findProblem(destination: Destination, addresses: readonly string[]): DestinationProblem | undefined;
}

/** Where deliveries may go: to public addresses, and to what the configuration allows. @throws Error for a malformed rule. */
export const createDestinations = ({ allowed, requireHttps }: DestinationRules): Destinations => {
  const hosts = new Set(allowed.filter((entry) => !entry.includes('/')).map(hostKeyOf));
  const networks = networksOf(allowed.filter((entry) => entry.includes('/')));
  const isInside = (address: string) => isWithin(networks, address);

  const isAllowedHost = (destination: Destination) =>
    hosts.has(hostKey(destination.hostname)) || hosts.has(hostKey(destination.hostname, portOf(destination)));

  const findProblem = (destination: Destination, addresses: readonly string[]): DestinationProblem | undefined => {
    if (isAllowedHost(destination)) return undefined;
    const hostname = bare(destination.hostname);
    if (!addresses.every((address) => isInside(address) || isPublicAddress(address))) {
      // The address behind a name stays unsaid: it may be one of our own network's.
      return attemptError(isIP(hostname) ? 'destination.not_public' : 'destination.leads_inside', { host: hostname });
    }
    const isAllowed = addresses.length > 0 ? addresses.every(isInside) : networks.length > 0;
    const mayBePlain = !requireHttps || isAllowed;
    return destination.protocol === 'https:' || mayBePlain ? undefined : attemptError('destination.https_required');
  };

  return { isAllowedHost, findProblem };
};

/** What is wrong with a URL as it is saved. Where its name leads is checked at each delivery. */
export const findUrlProblem = ({ findProblem }: Destinations, url: string): DestinationProblem | undefined => {
  const destination = new URL(url);
  const hostname = bare(destination.hostname);
  return findProblem(destination, isIP(hostname) ? [hostname] : []);
};
