/** `record[key]`, but never what every object inherits from its prototype (`constructor`, `toString`). */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
