/** How a secret may be written. */

/**
 * As it is written, as it is read, each line of both, base64 without its padding, and the first word, which is all of it
 * where a quote that is missing made it too long.
 */
export function spellings(written: string): string[] {
  const read = unescaped(written);
  const [first = ''] = written.trimStart().split(/[\s,;"'\\]/, 1);
  const texts = [written, read, ...written.split('\n'), ...read.split('\n'), first].map((text) =>
    text.trim(),
  );
  return texts.flatMap((text) => (text.endsWith('=') ? [text, text.replace(/=+$/, '')] : [text]));
}

function unescaped(written: string): string {
  if (!written.includes('\\')) return written;
  try {
    return String(JSON.parse(`"${written}"`));
  } catch {
    return written.replaceAll('\\n', '\n').replaceAll('\\"', '"');
  }
}
