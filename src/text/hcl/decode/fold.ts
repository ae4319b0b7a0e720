/** Letter case as Go's strings.EqualFold ignores it. */

/** Equal for two keys exactly when Consul's HCL reader takes them for the same block name. */
export function foldCase(key: string): string {
  if (isAscii(key)) return key.toLowerCase();
  let folded = '';
  for (const char of key) folded += foldChar(char);
  return folded;
}

/** Unicode's simple folding: one code point to one code point, and neither of the Turkish i's to any other. */
function foldChar(char: string): string {
  if (char === 'ı' || char === 'İ') return char;
  const upper = char.toUpperCase();
  const single = [...upper].length === 1 ? upper : char;
  const lower = single.toLowerCase();
  return [...lower].length === 1 ? lower : char;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 128) return false;
  return true;
}
