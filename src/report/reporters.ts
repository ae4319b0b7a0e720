/** Every report format: one line here, one file beside. */
import type { Reporter } from './report.ts';

export const reporters: Readonly<Record<string, () => Promise<Reporter>>> = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  json: async () => (await import('./json.ts')).json,
  compact: async () => (await import('./compact.ts')).compact,
  github: async () => (await import('./github.ts')).github,
  junit: async () => (await import('./junit.ts')).junit,
  html: async () => (await import('./html/html.ts')).html,
  sarif: async () => (await import('./sarif.ts')).sarif,
};
