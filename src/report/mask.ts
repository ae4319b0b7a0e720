/**
 * Hides what looks like a secret in a source line that is about to be shown: a finding must never be the way a key
 * leaks into a CI log. Reading marks the secrets that it understands (`Source.conceal`); this is for the rest — files
 * that could not be read, units, plain text.
 */
import { certainSecrets, likelySecrets } from '../options/generated/secret-names.ts';

const gossipKey = /(?<![\w+/=])(?:[\w+/]{43}=|[\w+/]{22}==|[\w+/]{32})(?![\w+/=])/g;

/** In a cloud lookup of a join list: `secret_access_key=…`, `api_token=…`, `password=…`. */
const cloudSecret =
  /((?<!\w)(?:\w{0,99}secret\w{0,99}|\w{0,99}token|\w{0,99}password|api_key|\w{0,99}private_key)=)(\\?"[^"\\]*\\?"|[^\s"',\]]+)/gi;

const assigned = String.raw`"?\s*[:=]\s*(?:\[\s*)?"?`;

/** `encrypt = "…"`, `"encrypt": ["…"]`, `-encrypt=…`, `-encrypt …`: a name that only secrets have, then any value. */
const certain = named(
  certainSecrets,
  (names) => String.raw`((?<!\w)(?:${names}${assigned}|--?${names}\s+(?![:=])))([^\s"'{},\[\]]+)`,
);

/** A name that other options have too (`value`, `dns`), then a UUID, as tokens are. */
const likely = named(
  likelySecrets,
  (names) => String.raw`((?<!\w)${names}${assigned})([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})`,
);

function named(names: readonly string[], pattern: (names: string) => string): RegExp {
  return new RegExp(pattern(`(?:${names.join('|')})`), 'gi');
}

/** The line with every secret's characters replaced by `*`, one for one, so that columns still point right. */
export function maskSecrets(line: string): string {
  const hide = (_match: string, before: string, value: string) => before + '*'.repeat(value.length);
  return line
    .replace(certain, hide)
    .replace(likely, hide)
    .replace(cloudSecret, hide)
    .replace(gossipKey, (key) => '*'.repeat(key.length));
}
