/** A changed text with the line ends of the text that it was: only where those are all CRLF is there anything to keep. */
export function withLineEndsOf(before: string, after: string): string {
  const isCrlf = before.includes('\r\n') && !/(?<!\r)\n/.test(before);
  return isCrlf ? after.replace(/(?<!\r)\n/g, '\r\n') : after;
}
