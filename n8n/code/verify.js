/**
 * Standard Webhooks in plain JavaScript: n8n's Code node knows no crypto module until an administrator allows it.
 * @see https://www.standardwebhooks.com
 */

/** @type {number[]} */
const primes = [];
for (let number = 2; primes.length < 64; number += 1) {
  if (primes.every((prime) => number % prime !== 0)) primes.push(number);
}
/** @param {number} root the first 32 bits behind its point */
const fraction = (root) => ((root % 1) * 2 ** 32) | 0;
const roundConstants = primes.map((prime) => fraction(Math.cbrt(prime)));
const firstState = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

/** @type {(word: number, by: number) => number} */
const turn = (word, by) => (word >>> by) | (word << (32 - by));

/** FIPS 180-4. @type {(message: Buffer) => Buffer} */
const sha256 = (message) => {
  const padded = Buffer.alloc(Math.ceil((message.length + 9) / 64) * 64);
  message.copy(padded);
  padded.writeUInt8(0x80, message.length);
  padded.writeUIntBE(message.length * 8, padded.length - 6, 6);
  const state = [...firstState];
  /** @type {number[]} */
  const words = [];
  for (let block = 0; block < padded.length; block += 64) {
    let [a, b, c, d, e, f, g, h] = state;
    for (let round = 0; round < 64; round += 1) {
      if (round < 16) words[round] = padded.readInt32BE(block + 4 * round);
      else {
        const early = words[round - 15];
        const late = words[round - 2];
        const mixed =
          (turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)) + (turn(late, 17) ^ turn(late, 19) ^ (late >>> 10));
        words[round] = (words[round - 16] + words[round - 7] + mixed) | 0;
      }
      const choice = (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g));
      const majority = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      const sum = (h + choice + roundConstants[round] + words[round]) | 0;
      [a, b, c, d, e, f, g, h] = [(sum + majority) | 0, a, b, c, (d + sum) | 0, e, f, g];
    }
    [a, b, c, d, e, f, g, h].forEach((word, index) => (state[index] = (state[index] + word) | 0));
  }
  const digest = Buffer.alloc(32);
  state.forEach((word, index) => digest.writeInt32BE(word, 4 * index));
  return digest;
};

/** RFC 2104. @type {(key: Buffer, message: Buffer) => Buffer} */
const hmacSha256 = (key, message) => {
  const block = Buffer.alloc(64);
  (key.length > 64 ? sha256(key) : key).copy(block);
  /** @param {number} mask */
  const masked = (mask) => Buffer.from([...block].map((byte) => byte ^ mask));
  return sha256(Buffer.concat([masked(0x5c), sha256(Buffer.concat([masked(0x36), message]))]));
};

/** Base64 of 24 to 64 bytes, with or without whsec_ before it; anything else is the key as it is. @param {string} secret */
const keyOf = (secret) => {
  const encoded = secret.replace(/^whsec_/, '');
  const decoded = Buffer.from(encoded, 'base64');
  const isBase64 = decoded.toString('base64').replaceAll('=', '') === encoded.replaceAll('=', '');
  return isBase64 && decoded.length >= 24 && decoded.length <= 64 ? decoded : Buffer.from(secret, 'utf8');
};

/** Takes the same time wherever they differ. @type {(one: string, other: string) => boolean} */
const isSame = (one, other) => {
  let difference = one.length ^ other.length;
  for (let index = 0; index < other.length; index += 1) difference |= one.charCodeAt(index) ^ other.charCodeAt(index);
  return difference === 0;
};

const toleranceSeconds = 300;

/**
 * @param {Record<string, string | undefined>} headers
 * @param {Buffer} body as it came in
 * @param {string} secret
 * @param {number} nowSeconds
 * @returns {string | undefined} what is wrong
 */
export const problemOf = (headers, body, secret, nowSeconds) => {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
  if (!id || !timestamp || !signatures) return 'webhook-id, webhook-timestamp or webhook-signature is missing';
  if (!(Math.abs(nowSeconds - Number(timestamp)) <= toleranceSeconds))
    return 'the timestamp is more than 5 minutes off';
  const signed = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
  const expected = `v1,${hmacSha256(keyOf(secret), signed).toString('base64')}`;
  // While a secret is being changed, there is one signature for the old and one for the new.
  const fitting = signatures.split(' ').filter((signature) => isSame(signature, expected));
  return fitting.length > 0 ? undefined : 'no signature fits the secret';
};
