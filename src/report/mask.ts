/**
 * Hides what looks like a secret in a source line that is about to be shown: a finding must never be the way a key
 * leaks into a CI log. Reading marks the secrets that it understands (`Source.conceal`); this is for the rest — files
 * that could not be read, units, plain text.
 */
import { agent } from '../options/agent.ts';
import { inherits, walk } from '../options/lookup.ts';

const gossipKey = /(?<![\w+/=])(?:[\w+/]{43}=|[\w+/]{22}==|[\w+/]{32})(?![\w+/=])/g;

/** In a cloud lookup of a join list: `secret_access_key=…`, `api_token=…`, `password=…`. */
const cloudSecret =
  /((?<!\w)(?:\w*secret\w*|\w*token|\w*password|api_key|\w*private_key)=)(\\?"[^"\\]*\\?"|[^\s"',\]]+)/gi;

interface Patterns {
  /** A name that only secrets have, then any value. */
  readonly certain: RegExp;
  /** A name that other options have too (`agent`, `dns`), then a UUID, as tokens are. */
  readonly likely: RegExp;
}

let patterns: Patterns | undefined;

/** The line with every secret's characters replaced by `*`, one for one, so that columns still point right. */
export function maskSecrets(line: string): string {
  patterns ??= secretPatterns();
  const hide = (_match: string, before: string, value: string) => before + '*'.repeat(value.length);
  return line
    .replace(patterns.certain, hide)
    .replace(patterns.likely, hide)
    .replace(cloudSecret, hide)
    .replace(gossipKey, (key) => '*'.repeat(key.length));
}

/** `encrypt = "…"`, `"encrypt": ["…"]`, `-encrypt=…`, `-encrypt …`. */
function secretPatterns(): Patterns {
  const secret = new Set<string>();
  const open = new Set<string>();
  walk(agent, (found) => {
    const name = found.path.slice(found.path.lastIndexOf('.') + 1);
    if (found.kind.shape === 'string') (inherits.secret(found) ? secret : open).add(name);
  });
  const only = [...secret].filter((name) => !open.has(name)).join('|');
  const shared = [...secret].filter((name) => open.has(name)).join('|');
  const assigned = String.raw`"?\s*[:=]\s*\[?\s*"?`;
  const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
  return {
    certain: new RegExp(
      String.raw`((?<!\w)(?:(?:${only})${assigned}|--?(?:${only})\s+))([^\s"'{},\[\]]+)`,
      'gi',
    ),
    likely: new RegExp(String.raw`((?<!\w)(?:${shared})${assigned})(${uuid})`, 'gi'),
  };
}
