/**
 * Every text of every message is shown by a case of its rule, so that no branch of a message can change unnoticed. What
 * rules share may be shown by any case.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { repository } from '../support/run.ts';
import { readAllCases } from './cases.ts';

/** What cases record, by rule: messages and related places. */
const shown = new Map<string, string>();
for (const { findings } of readAllCases()) {
  for (const [, rule, message] of findings.matchAll(
    /^\S.*? (?:error|warning|info) (\S+?\/\S+)(?: unsafe)?(?: fix)?\n((?: .*\n)+)/gm,
  ))
    shown.set(rule!, (shown.get(rule!) ?? '') + message);
}
const allShown = [...shown.values()].join('');

const rulesFolder = join(repository, 'src/rules');
const files = readdirSync(rulesFolder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.startsWith('generated/'))
  .sort();

/** Documentation, and titles of fixes. */
const isProse = (node: ts.Node): boolean =>
  ts.isPropertyAssignment(node) &&
  /^(?:docs|summary|rationale|title|severity|options)$/.test(node.name.getText());

const isOnlyType = (node: ts.Node): boolean =>
  ts.isImportDeclaration(node) ||
  ts.isTypeNode(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node);

/** A value that something is compared with. */
function isCompared(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) return /^[!=]==$/.test(parent.operatorToken.getText());
  return (
    ts.isCaseClause(parent) ||
    (ts.isCallExpression(parent) && /\.includes$/.test(parent.expression.getText()))
  );
}

type Text = ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateLiteralToken;

const isText = (node: ts.Node): node is Text =>
  ts.isStringLiteral(node) ||
  ts.isNoSubstitutionTemplateLiteral(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node);

/** A word next to a space: a name alone is not a sentence. Examples have several lines, or are one option. */
const isSentence = (text: string): boolean =>
  /[a-z]{2,} | [a-z]{2,}/i.test(text) && !/\n|\\n/.test(text) && !/^\w+ = /.test(text);

function textsIn(file: string): readonly string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(rulesFolder, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isProse(node) || isOnlyType(node)) return;
    if (isText(node) && isSentence(node.text) && !isCompared(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

it('each text of a message is shown by a case', () => {
  const all = files.map((file) => ({ rule: file.replace(/\.ts$/, ''), texts: textsIn(file) }));
  expect(all.flatMap(({ texts }) => texts).length).toBeGreaterThan(500);
  const missing = all.flatMap(({ rule, texts }) =>
    texts
      .filter((text) => !(shown.get(rule) ?? allShown).includes(text))
      .map((text) => `${rule}: ${JSON.stringify(text)}`),
  );
  expect(missing).toEqual([]);
});
