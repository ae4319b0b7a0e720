/**
 * Every text of every message is shown by a case of its rule, so that no branch of a message can change unnoticed. What
 * rules share, and what is reported while files are read, may be shown by any case.
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

const ruleFiles = readdirSync(join(repository, 'src/rules'), { recursive: true, encoding: 'utf8' })
  .map((file) => `src/rules/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.ts') && !file.includes('/generated/'))
  .sort();

/** Where the messages of rules without a function are. */
const readers = [
  'engine/settings/file',
  'engine/settings/glob',
  'engine/settings/ignores',
  'import/flags',
  'import/secrets',
  'import/units',
  'manifest/extend',
  'manifest/host/directories',
  'manifest/host/paths',
  'manifest/keys/acl/key',
  'manifest/keys/federation/federation',
  'manifest/keys/firewall/firewall',
  'manifest/keys/patroni/key',
  'manifest/keys/patroni/schema',
  'manifest/keys/shapes',
  'manifest/keys/systemd/key',
  'manifest/keys/systemd/schema',
  'manifest/keys/templates/schema',
  'manifest/keys/templates/templates',
  'manifest/keys/tls/schema',
  'manifest/load',
  'manifest/read/issues',
  'manifest/read/layers',
  'manifest/read/names',
  'manifest/read/nodes',
  'manifest/read/read',
  'manifest/secrets/references',
  'model/decode/bare',
  'model/decode/decode-findings',
  'render/templates/check',
  'render/templates/files',
  'render/templates/load',
  'subjects/cluster/join',
].map((name) => `src/${name}.ts`);

/** What no case can show. */
const unshown: ReadonlySet<string> = new Set([
  // A program calls it without files: test/library/render.test.ts.
  '`extends` names files, which cannot be read here; merge them into one manifest',
  // Cases are text in UTF-8, and short: test/manifest/load.test.ts, test/render/templates.test.ts.
  // A file that holds no map is passed over by lint; test/manifest/load.test.ts.
  'a manifest must be a map; it begins with consul: "1.16"',
  'the file is too large to be a manifest',
  'this is not text in UTF-8, so not a manifest',
  'this is not text in UTF-8, so not a template',
  // No option has been removed so far.
  'was removed in Consul ',
]);

/** Documentation, and titles of fixes. */
const isProse = (node: ts.Node): boolean =>
  ts.isPropertyAssignment(node) &&
  /^(?:docs|summary|rationale|title|severity|options)$/.test(node.name.getText());

const isOnlyType = (node: ts.Node): boolean =>
  ts.isImportDeclaration(node) ||
  ts.isTypeNode(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node);

/** Compared with something, or given to what documents or titles. */
function isNoMessage(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isCaseClause(parent)) return true;
  if (ts.isBinaryExpression(parent))
    return /^[!=]==$/.test(parent.operatorToken.getText()) || isNoMessage(parent);
  return (
    ts.isCallExpression(parent) &&
    node !== parent.expression &&
    /(?:\.includes|\.describe|^option|^definition|^secret|^fixOf)$/.test(parent.expression.getText())
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
    readFileSync(join(repository, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isProse(node) || isOnlyType(node)) return;
    if (isText(node) && isSentence(node.text) && !isNoMessage(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

it('each text of a message is shown by a case', () => {
  const all = [...ruleFiles, ...readers].map((file) => ({
    rule: file.replace(/^src\/rules\/|\.ts$/g, ''),
    texts: textsIn(file),
  }));
  expect(all.flatMap(({ texts }) => texts).length).toBeGreaterThan(500);
  const missing = all.flatMap(({ rule, texts }) =>
    texts
      .filter((text) => !(shown.get(rule) ?? allShown).includes(text) && !unshown.has(text))
      .map((text) => `${rule}: ${JSON.stringify(text)}`),
  );
  expect(missing).toEqual([]);
});
