/** Environment variables with positions: files as systemd's EnvironmentFile= reads them, and Environment= of a unit. */
import type { Source, Span } from './source/source.ts';
import { type Directive, wordsOf } from './systemd.ts';

export interface Variable {
  readonly name: string;
  readonly value: string;
  readonly at: Span;
}

/**
 * `NAME=value` a line; quotes around the value go, and lines that begin with # or ; are comments. A line with `export`
 * is one for a shell: systemd ignores it.
 */
export function variablesOf(source: Source): readonly Variable[] {
  const pattern = /^[ \t]*([A-Za-z_]\w*)=([^\r\n]*)/gm;
  return [...source.text.matchAll(pattern)].map(({ 0: line, 1: name, 2: written, index }) => {
    const start = index + line.length - written!.length;
    return {
      name: name!,
      value: unquoted(written!.trim()),
      at: source.span(start, start + written!.trimEnd().length),
    };
  });
}

/** Each word of the directive is one assignment. */
export const assignmentsIn = (directive: Directive): readonly Variable[] =>
  wordsOf(directive).flatMap(({ text, at }) => {
    const equals = text.indexOf('=');
    return equals > 0 ? [{ name: text.slice(0, equals), value: text.slice(equals + 1), at }] : [];
  });

const unquoted = (text: string): string => /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
