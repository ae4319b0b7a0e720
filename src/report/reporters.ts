/** Every report format: one line here, one file in this folder. */
import { masked } from './masked.ts';
import type { Reporter } from './report.ts';

const formats = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  json: async () => (await import('./json.ts')).json,
  compact: async () => (await import('./compact.ts')).compact,
  github: async () => (await import('./github.ts')).github,
  junit: async () => (await import('./junit.ts')).junit,
  html: async () => (await import('./html/html.ts')).html,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  checkstyle: async () => (await import('./checkstyle.ts')).checkstyle,
  rdjson: async () => (await import('./rdjson.ts')).rdjson,
  markdown: async () => (await import('./markdown.ts')).markdown,
  sarif: async () => (await import('./sarif.ts')).sarif,
} satisfies Record<string, () => Promise<Reporter>>;

const withoutSecrets =
  (reporter: Reporter): Reporter =>
  (input, style) =>
    reporter(masked(input), style);

export const reporters = Object.fromEntries(
  Object.entries(formats).map(([name, load]) => [name, async () => withoutSecrets(await load())]),
) as Readonly<Record<keyof typeof formats, () => Promise<Reporter>>>;
