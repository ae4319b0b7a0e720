/** Variables by which a secret gets into its place: `-encrypt=$KEY`, `${var.gossip_key}`, `{{ consul_token }}`. */

export interface Variable {
  readonly name: string;
  /** What applies where nothing sets it: `${KEY:-…}`. */
  readonly fallback: string | undefined;
}

const ways: readonly RegExp[] = [
  /^\$\{?([A-Za-z_]\w*)\}?$/,
  /^\$\{([A-Za-z_]\w*):?[-=+?]([^{}]*)\}$/,
  /^(?:\$\{\s*)?(?:var|local)\.([A-Za-z_][\w-]*)\s*\}?$/,
  /^\{\{-?\s*(?:[^{}|]*[.\s(])?([A-Za-z_]\w*)\s*(?:\|[^{}]*)?-?\}\}$/,
  /^<%=?-?\s*(?:[\w:.]*[@:.])?([A-Za-z_]\w*)\s*-?%>$/,
  /^#\{@?([A-Za-z_]\w*)\}$/,
  /^%\(([A-Za-z_]\w*)\)s$/,
  /^@([A-Za-z_]\w*)@$/,
];

/** Names of anything: they do not distinguish what has them. */
const general = new Set([
  'item',
  'value',
  'values',
  'name',
  'key',
  'data',
  'each',
  'self',
  'it',
  'this',
  'x',
]);

/** The variable that all of a text is. */
export function variableIn(text: string): Variable | undefined {
  const plain = text.trim().replace(/^(?:Bearer|Basic|Token)[ \t]+/, '');
  if (plain.length > 200 || !/^[$#%@<{vl]/.test(plain)) return undefined;
  for (const way of ways) {
    const [, name, fallback] = way.exec(plain) ?? [];
    if (name !== undefined && !general.has(name)) return { name, fallback };
  }
  return undefined;
}
