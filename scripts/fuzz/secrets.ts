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
export const plantElsewhere = (files: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> =>
  Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => {
      const text = Buffer.from(bytes).toString('latin1');
      if (!isPlanted(text)) return [name, bytes];
      return [
        name,
        Buffer.from(
          text.replace(other, (_, head: string) => `${head}${marker}`),
          'latin1',
        ),
      ];
    }),
  );

/** Whether the marker is the value of such a name: only then it is a secret. */
const isPlanted = (text: string): boolean =>
  [...text.matchAll(place)].some(([, , value]) => value?.startsWith(marker));

/** Whether a file has it in other places only, where it is no secret. */
export const isElsewhere = (files: Readonly<Record<string, Uint8Array>>): boolean =>
  Object.values(files).some((bytes) => {
    const text = Buffer.from(bytes).toString('latin1');
    return leaks(text) && !isPlanted(text);
  });

export const leaks = (output: string): boolean => output.includes(marker);
