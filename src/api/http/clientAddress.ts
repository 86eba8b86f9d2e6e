import { isIPv4, isIPv6 } from 'node:net';

/** Eight groups of an IPv6 address, in lower case and without leading zeros. */
const groupsOf = (address: string): string[] => {
  // The URL parser writes every spelling of an address in one way: `2001:db8::1`.
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const [left, right] = [head, tail].map((part) => (part === '' ? [] : part.split(':')));
  const first = left ?? [];
  const last = right ?? [];
  return [...first, ...Array<string>(8 - first.length - last.length).fill('0'), ...last];
};

const embeddedIPv4 = (groups: string[]): string | undefined => {
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return undefined;
  return groups
    .slice(6)
    .flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255])
    .join('.');
};

/**
 * What one client can choose its address from: an IPv4 address by itself, of IPv6 the /64 that every household gets.
 * @param address as the socket or `X-Forwarded-For` tells it, with or without a port.
 */
export const networkOf = (address: string): string => {
  const bare = address
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/%.*$/, '');
  if (isIPv4(bare)) return bare;
  if (!isIPv6(bare)) return 'unknown';
  const groups = groupsOf(bare);
  return embeddedIPv4(groups) ?? `${groups.slice(0, 4).join(':')}::/64`;
};
