/** Pieces of a text, by offsets. */
export interface Range {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** In order, and without overlaps. */
export function united(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (start < end) result.push({ start, end });
  }
  return result;
}

/** The text with each range replaced. `ranges` are in order and do not overlap. */
export function replaced(text: string, ranges: readonly Range[], by: (piece: string) => string): string {
  if (ranges.length === 0) return text;
  let result = '';
  let at = 0;
  for (const { start, end } of ranges) {
    result += text.slice(at, start) + by(text.slice(start, end));
    at = end;
  }
  return result + text.slice(at);
}

/** Whether one of the ranges, which are in order and do not overlap, has all of a piece. */
export function isCovered(ranges: readonly Range[], start: number, end: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.end < end) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range.start <= start;
}
