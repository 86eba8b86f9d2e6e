import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * What one client can choose its address from: an IPv4 address by itself, of IPv6 the /64 that every household gets.
 * @param address as the socket or `X-Forwarded-For` tells it, with or without a port.
 */
export const networkOf = (address: string): string => {
  const bare = address
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1');
  if (!isIP(bare)) return 'unknown';
  // Mapped IPv4 is IPv4.
  const ip = ipaddr.process(bare);
  if (!('parts' in ip)) return ip.toString();
  return `${ip.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
};
