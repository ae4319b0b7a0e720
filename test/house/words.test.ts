/**
 * Plain present-day technical English: no words that a reader would have to translate, in comments and messages of `src/`,
 * and in names, file names and titles of tests anywhere.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** Each with what to write instead. */
const avoided: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\b(?:stands?|standing|stood)\b/i, 'is, appears, means, represents'],
  [/\bjudg\w*/i, 'lint, check, validate'],
  [/\b(?:told|tells?|telling)\b/i, 'report, say, show; configured; distinguish'],
  [/\b(?:speaks?|spoken)\b/i, 'use, protocol of; refer to'],
  [/\bcomplain\w*/i, 'report'],
  [/\btroubles?\b/i, 'problem'],
  [/\bmend\w*/i, 'fix, correct'],
  [/\bformer\b/i, 'old, deprecated'],
  [/\bheed\w*/i, 'apply, take effect'],
  [/\bgrav(?:e|er|est)\b/i, 'severe'],
  [/\b(?:nobody|somebody|anybody)\b/i, 'no agent, no user, it is not known'],
  [/\bbeside\b/i, 'next to, besides'],
  [/\bsaid\b/i, 'reported, given, written'],
  [/\bstrangers?\b|\bkinship\b/i, 'foreign; related'],
  [/\b(?:shall|lest|seldom|wherein)\b/i, 'must, so that … not, rarely'],
  [/\bwithout a word\b/i, 'silently'],
  [/\bfor ever\b|\bin vain\b/i, 'without end'],
  [/(?<!\bthere )\b(?:is|are) no (?!longer\b|more\b|older\b|worse\b|default\b)/i, 'is not a'],
];

/** Places where one of the words is the right one: the line, and why. */
const exceptions: Readonly<Record<string, string>> = {};

const source = new URL('../../src/', import.meta.url);

function filesOf(): string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !name.includes('generated/'));
}

const texts: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.SingleLineCommentTrivia,
  ts.SyntaxKind.MultiLineCommentTrivia,
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TemplateHead,
]);

/** The comments and strings of a file. What follows `${` in a template is scanned as code, and its rest line by line. */
function proseOf(code: string): string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, code);
  const prose: string[] = [];
  const depths: number[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    if (kind === ts.SyntaxKind.TemplateHead) depths.push(0);
    else if (kind === ts.SyntaxKind.OpenBraceToken && depths.length > 0) depths.push(depths.pop()! + 1);
    else if (kind === ts.SyntaxKind.CloseBraceToken && depths.length > 0) {
      const depth = depths.pop()!;
      if (depth > 0) depths.push(depth - 1);
      else {
        if (scanner.reScanTemplateToken(false) === ts.SyntaxKind.TemplateMiddle) depths.push(0);
        prose.push(scanner.getTokenText());
      }
    }
    if (texts.has(kind)) prose.push(scanner.getTokenText());
  }
  return prose.flatMap((text) => text.split('\n')).map((line) => line.replace(/^[\s/*]+|[\s/*]+$/g, ''));
}

const found = filesOf().flatMap((name) =>
  proseOf(readFileSync(new URL(name, source), 'utf8')).flatMap((line) =>
    avoided.flatMap(([pattern, instead]) =>
      pattern.test(line) ? [{ name, line, message: `${name}: ${line} (write: ${instead})` }] : [],
    ),
  ),
);

test('comments and messages use present-day words', () => {
  expect(found.filter(({ line }) => !(line in exceptions)).map(({ message }) => message)).toEqual([]);
});

test('every exception is still needed', () => {
  const lines = new Set(found.map(({ line }) => line));
  expect(Object.keys(exceptions).filter((line) => !lines.has(line))).toEqual([]);
});

test('the words are found in comments, strings and templates, and nowhere else', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: code with templates in it
  const code = "// told\nconst said = 'mend' + `beside ${`grave ${said}`} heed` // x\nconst judge = said;\n";
  // biome-ignore lint/suspicious/noTemplateCurlyInString: their heads and tails
  expect(proseOf(code).join('|')).toBe("told|'mend'|`beside ${|`grave ${|}`|} heed`|x");
});

const root = new URL('../../', import.meta.url);

interface Name {
  readonly file: string;
  readonly name: string;
}

/** `patroniBeside` → `patroni beside` */
const wordsOf = (name: string): string =>
  name
    .replace(/([a-z\d])(?=[A-Z])/g, '$1 ')
    .replace(/[_-]/g, ' ')
    .toLowerCase();

function codeFiles(): string[] {
  return ['src', 'test', 'scripts'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  );
}

const titled = new Set(['test', 'it', 'describe']);

/** `test` of `test(…)` and `test.each(…)(…)`, and of those that run only somewhere. */
function calledIn(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isTaggedTemplateExpression(node)) return calledIn(node.tag);
  return ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)
    ? calledIn(node.expression)
    : undefined;
}

/** The names that a file uses, and the titles of its tests. */
function namesIn(file: string, code: string): Name[] {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) names.add(wordsOf(node.text));
    if (ts.isCallExpression(node) && titled.has(calledIn(node.expression) ?? '')) {
      const [title] = node.arguments;
      if (title && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title)))
        names.add(title.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true));
  return [...names].map((name) => ({ file, name }));
}

/** The last of the patterns is about sentences. */
const inNames = avoided.slice(0, -1);

const faultsOf = (names: readonly Name[]): string[] =>
  names.flatMap(({ file, name }) =>
    inNames.flatMap(([pattern, instead]) =>
      pattern.test(name) ? [`${file}: ${name} (write: ${instead})`] : [],
    ),
  );

test('names, file names and titles of tests use present-day words', () => {
  const files = codeFiles().filter((file) => !file.includes('generated/'));
  const fileNames = files.map((file) => ({ file, name: wordsOf(basename(file, extname(file))) }));
  const code = files.filter((file) => file.endsWith('.ts'));
  expect(code.length).toBeGreaterThan(500);
  const inCode = code.flatMap((file) => namesIn(file, readFileSync(new URL(file, root), 'utf8')));
  expect(faultsOf([...fileNames, ...inCode])).toEqual([]);
});

test('a name and a title with such a word are found', () => {
  const names = namesIn('a.test.ts', "const isToldOf = 1;\ntest.each([1])('is mended', () => {});\n");
  expect(faultsOf(names)).toEqual([
    expect.stringMatching(/^a\.test\.ts: is told of/),
    expect.stringMatching(/^a\.test\.ts: 'is mended'/),
  ]);
});
