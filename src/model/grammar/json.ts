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
