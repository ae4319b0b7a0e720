/** The gossip key of an agent, as rules that compare agents see it. */
import type { Node } from '../../../subjects/subjects.ts';

export const keyOf = ({ config }: Node): string => config.string('encrypt') ?? '';

/** Base64 of 16, 24 or 32 bytes; anything else is a placeholder, or reported by gossip/key. */
export const isKey = /^(?:[A-Za-z\d+/]{22}==|[A-Za-z\d+/]{32}|[A-Za-z\d+/]{43}=)$/;

/** While a key is rolled out, agents take messages with and without it. */
export const isMigrating = ({ config }: Node): boolean =>
  config.bool('encrypt_verify_incoming') === false || config.bool('encrypt_verify_outgoing') === false;
