/** The messages for YAML that cannot be read. */
import type { Document, YAMLParseError } from 'yaml';
import type { Problem } from '../source/problem.ts';
import type { Source } from '../source/source.ts';

export const invalid = (source: Source, start: number, end: number, message: string): Problem => ({
  code: 'syntax/invalid',
  message,
  at: source.span(start, end),
});

export const tooDeep = 'this YAML nests too deeply to be read';

export function toProblem(source: Source, error: YAMLParseError): Problem {
  const [start, end] = error.pos;
  const length = source.text.length;
  const at = source.span(Math.min(start, length), Math.min(Math.max(start, end), length));
  // The library takes the end of the stack for a mistake of the text.
  const message = /call stack/.test(error.message) ? tooDeep : `this is not YAML: ${error.message}`;
  return { code: 'syntax/invalid', message, at };
}

export function severalDocuments(source: Source, second: Document.Parsed): Problem {
  const start = second.range[0];
  return invalid(source, start, start, 'only the first YAML document of a file is read: remove the others');
}

/** A tag says what its value is, and one that is not known would be passed over: `!vault` would give the encrypted text. */
export function unknownTags(source: Source, { warnings }: Document.Parsed): Problem[] {
  return warnings
    .filter(({ code }) => code === 'TAG_RESOLVE_FAILED')
    .map(({ pos: [start, end] }) => {
      const tag = source.text.slice(start, Math.min(end, start + 40));
      return invalid(
        source,
        start,
        end,
        `the tag \`${tag}\` is not known here: write the plain value, without a tag`,
      );
    });
}
