/** Predicates on IP addresses that a manifest or an agent's options hold. */

/** An address that means every interface, such as `0.0.0.0`: no peer can reach a node by it. */
export const isAnyAddress = (text: string): boolean =>
  /^(?:0+(?:\.0+){3}|\[?[0:]*::[0:]*\]?|\[?0+(?::0+){7}\]?)$/.test(text.trim());

export const isLoopback = (address: string): boolean => address.startsWith('127.') || address === '::1';
