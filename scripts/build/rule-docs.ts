/**
 * Takes the texts of rules out of the bundles: `docs` of each rule is left out, and `src/rules/docs.ts`, by which everything
 * reads them, becomes a module that holds those of all rules.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { runInThisContext } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import ts from 'typescript';

const rules = /[\\/]src[\\/]rules[\\/][a-z-]+[\\/][\w/-]+\.ts$/;
const docs = /[\\/]src[\\/]rules[\\/]docs\.ts$/;

export function ruleDocs(): Plugin {
  return {
    name: 'rule-docs',
    setup({ onLoad }) {
      onLoad({ filter: rules }, async ({ path }) => ({
        contents: withoutDocs(await readFile(path, 'utf8')),
        loader: 'ts',
      }));
      onLoad({ filter: docs }, async () => ({ contents: await docsModule(), loader: 'ts' }));
    },
  };
}

/** The text of a rule without the property `docs` of its record. */
export function withoutDocs(text: string): string {
  const file = ts.createSourceFile('rule.ts', text, ts.ScriptTarget.Latest, true);
  const cuts: { start: number; end: number }[] = [];
  const visit = (node: ts.Node): void => {
    const isDocs = ts.isPropertyAssignment(node) && node.name.getText() === 'docs';
    if (isDocs) cuts.push({ start: node.getStart(), end: node.end });
    else ts.forEachChild(node, visit);
  };
  visit(file);
  let rest = text;
  for (const { start, end } of cuts.reverse())
    rest = rest.slice(0, start) + rest.slice(end).replace(/^,/, '');
  return rest;
}

/** `docsOf` over the texts of all rules, which are evaluated here. */
async function docsModule(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/rules/catalog.ts'],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    logLevel: 'silent',
  });
  const program = { exports: {} as typeof import('../../src/rules/catalog.ts') };
  runInThisContext(`(function (module, exports, require) {${outputFiles[0]!.text}\n})`)(
    program,
    program.exports,
    createRequire(resolve('package.json')),
  );
  const { loadCatalog } = program.exports;
  const all = Object.fromEntries((await loadCatalog()).map(({ id, docs: texts }) => [id, texts]));
  return `const docs = ${JSON.stringify(all)};\nexport const docsOf = (rule) => docs[rule.id] ?? rule.docs;\n`;
}
