/** Reading answers, of which nothing is certain: what has another form than Consul's is not there. */

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

export const memberOf = (json: unknown, name: string): unknown =>
  isObject(json) && Object.hasOwn(json, name) ? json[name] : undefined;

/** `Logging.LogLevel`. */
export const fieldOf = (json: unknown, path: string): unknown => path.split('.').reduce(memberOf, json);

export function textOf(json: unknown, name: string): string | undefined {
  const found = memberOf(json, name);
  return typeof found === 'string' ? found : undefined;
}

export const listOf = (json: unknown): readonly unknown[] => (Array.isArray(json) ? json : []);

export const entriesOf = (json: unknown): readonly (readonly [string, unknown])[] =>
  isObject(json) ? Object.entries(json) : [];
