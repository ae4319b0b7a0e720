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

/** Names that say nothing of a secret. */
const other =
  /^([ \t]*(?:- )?"?(?:node_name|datacenter|domain|hostname|container_name|note|retry_join|name)"?[ \t]*[=:][ \t]*\[?")([^"\n]*)(?=")/gm;

/** Puts the marker into such lines too, where a file has it as a secret already: it must not show there either. */
export function plantElsewhere(files: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  const texts = Object.entries(files).map(
    ([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')] as const,
  );
  if (!texts.some(([, text]) => leaks(text))) return { ...files };
  const planted = (text: string): string => text.replace(other, (_, head: string) => `${head}${marker}`);
  return Object.fromEntries(texts.map(([name, text]) => [name, Buffer.from(planted(text), 'latin1')]));
}

export const leaks = (output: string): boolean => output.includes(marker);
