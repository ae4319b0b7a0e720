/** Config entries in separate files: what `consul config write` takes, one entry for each file. */
import { distance } from 'fastest-levenshtein';
import type { ConfigFile } from '../../model/load/file.ts';
import { configEntry } from '../../options/config-entries.ts';
import type { ObjectValue } from '../../text/tree/value.ts';

/** Known to `consul config write`, but not to an agent's `config_entries.bootstrap`: there is no table of it. */
const writtenOnly = 'control-plane-request-limit';

/** The kind that a file gives, as it is written; undefined for what is not a config entry. */
export function entryKindOf({ raw }: Pick<ConfigFile, 'raw'>): string | undefined {
  const kind = raw?.members.get('Kind') ?? raw?.members.get('kind');
  if (!raw || kind?.value.kind !== 'string' || isOfKubernetes(raw) || isService(raw)) return undefined;
  const text = kind.value.value;
  if (text === writtenOnly || Object.hasOwn(configEntry.variants, text)) return text;
  // Other programs have kinds too: one of ours that is misspelt has a dash and a name.
  const isNamed = raw.members.has('Name') || raw.members.has('name');
  return isNamed && isNearlyKind(text) ? text : undefined;
}

const isOfKubernetes = ({ members }: ObjectValue): boolean =>
  members.has('apiVersion') || members.has('metadata');

/** A gateway or proxy as `/v1/agent/service/register` takes it. */
const isService = ({ members }: ObjectValue): boolean =>
  [...members.keys()].some((name) => /^(?:port|address|proxy|check|checks|tags)$/i.test(name));

function isNearlyKind(text: string): boolean {
  const folded = text.toLowerCase().replaceAll('_', '-');
  return Object.keys(configEntry.variants).some((kind) => kind.includes('-') && distance(folded, kind) <= 2);
}
