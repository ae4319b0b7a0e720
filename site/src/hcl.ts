/** Colours for HCL, JSON and YAML: comments, strings, numbers, words and keys. Only for the eye: nothing is judged by it. */
import { StreamLanguage } from '@codemirror/language';

const tokens: readonly (readonly [pattern: RegExp, style: string])[] = [
  [/^(?:#|\/\/).*/, 'comment'],
  [/^"(?:[^"\\]|\\.)*"(?=\s*:)/, 'propertyName'],
  [/^"(?:[^"\\]|\\.)*"?/, 'string'],
  [/^[\w-]+(?=\s*[=:{])/, 'propertyName'],
  [/^(?:true|false|null)\b/, 'bool'],
  [/^-?\d[\d.]*\b/, 'number'],
  [/^[\w.-]+/, 'variableName'],
];

export const configLanguage = StreamLanguage.define({
  token(stream) {
    if (stream.eatSpace()) return null;
    for (const [pattern, style] of tokens) if (stream.match(pattern)) return style;
    stream.next();
    return null;
  },
});
