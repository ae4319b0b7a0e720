/** Keys for gossip encryption. */

/**
 * A new key for the option `encrypt`, in base64, as `consul keygen` prints it. All agents of a cluster share one.
 *
 * @param bytes 16, 24 or 32, for AES-128, 192 or 256. Default: 32.
 * @throws RangeError for another number
 */
export function generateGossipKey(bytes: 16 | 24 | 32 = 32): string {
  if (![16, 24, 32].includes(bytes))
    throw new RangeError(`a gossip key has 16, 24 or 32 bytes, not ${bytes}`);
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes))));
}
