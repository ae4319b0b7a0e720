/** Values that are shown to nobody: keys, tokens and passwords. */
import { findOption, inherits } from '../options/lookup.ts';
import type { Value } from '../text/value.ts';
import { join } from './select.ts';

/** Is what stands at a path a secret? In config entries, whose kind the path does not tell: of any kind. */
export function isSecret(path: string): boolean {
  const [, entry, inside] = /^(config_entries\.bootstrap(?:\[\d*\])?)\.(.+)$/i.exec(path) ?? [];
  if (entry === undefined) return isSecretOption(path);
  return entryKinds().some((kind) => isSecretOption(`${entry}.${kind}.${inside}`));
}

function isSecretOption(path: string): boolean {
  const found = findOption(path);
  return found !== undefined && inherits.secret(found);
}

function entryKinds(): string[] {
  const kind = findOption('config_entries.bootstrap[]')?.kind;
  return kind?.shape === 'variant' ? Object.keys(kind.variants) : [];
}

/** What nests deeper is not shown; nobody reads it, and no input may exhaust the stack. */
const deepest = 50;

/** Plain data for people to see: secrets in it are told to be such. */
export function withoutSecrets(value: Value, path: string, depth = 0): unknown {
  if (isSecret(path)) return '(secret)';
  if (depth > deepest) return '…';
  if (value.kind === 'list') return value.items.map((item) => withoutSecrets(item, `${path}[]`, depth + 1));
  if (value.kind === 'null') return null;
  if (value.kind !== 'object') return value.value;
  return Object.fromEntries(
    [...value.members.values()].map(({ name, value: member }) => [
      name,
      withoutSecrets(member, join(path, name), depth + 1),
    ]),
  );
}
