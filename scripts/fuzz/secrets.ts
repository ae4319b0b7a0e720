/** Secrets that are planted in an input, and looked for in what comes out. */

/** In no text of ours, and in no message. */
const marker = 'Zk7qSekritW';

/** Names that say by themselves that a secret follows, whatever is around them. */
const place =
  /^([ \t]*"?(?:encrypt|initial_management|agent_recovery|acl_token|acl_agent_token|acl_master_token|acl_replication_token|secret_id|password)"?[ \t]*[=:][ \t]*")([^"\n]*)(?=")/gm;

/** Puts the marker into the value of each such line. */
export function plant(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  if (!text.includes('"')) return bytes;
  return Buffer.from(
    text.replace(place, (_, head: string) => `${head}${marker}`),
    'latin1',
  );
}

export const leaks = (output: string): boolean => output.includes(marker);
