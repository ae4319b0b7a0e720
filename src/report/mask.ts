/** Hides secrets in source lines that a report shows: a finding must never be the way a key leaks into a CI log. */
import { secretNames } from '../options/lookup.ts';

const keyBase64 = /(?<![\w+/=])(?:[\w+/]{43}=|[\w+/]{22}==|[\w+/]{32})(?![\w+/=])/g;
let namedSecret: RegExp | undefined;

/** The line with every secret's characters replaced by `*`, one for one, so that columns still point right. */
export function maskSecrets(line: string): string {
  namedSecret ??= secretPattern();
  return line
    .replace(namedSecret, (_all, before: string, value: string) => before + '*'.repeat(value.length))
    .replace(keyBase64, (key) => '*'.repeat(key.length));
}

/** `encrypt = "…"`, `"encrypt": "…"`, `-encrypt=…`, `encrypt: …`: the name of a secret option, then its value. */
function secretPattern(): RegExp {
  const names = secretNames().join('|');
  return new RegExp(String.raw`((?<![\w])(?:${names})"?\s*(?:[:=]\s*\[?\s*|\s)"?)([^\s"'{},\[\]]+)`, 'gi');
}
