/** JSON as Go's encoding/json reads it into a map. */

/** An object, or null, which a map takes too. Numbers beyond float64 are refused. */
export function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value) && isFiniteAll(value);
  } catch {
    return false;
  }
}

function isFiniteAll(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isFiniteAll);
}

/** Any JSON at all; into a raw message numbers of any size go. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
