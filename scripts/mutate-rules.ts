/**
 * Breaks every rule in many small ways and says which breaks no test case notices: `npm run mutate -- [group/name]`.
 * A mutant is caught when, on some example or corpus case, the rule reports other places or levels than it should.
 */
import { fork } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { discover } from '../src/discovery/discover.ts';
import { lintRules as rules } from '../src/rules/catalog.ts';
import { type AnyScopedRule, defaultSeverity, type Report, type Scope } from '../src/rules/rule.ts';
import { clustersOf, type Estate } from '../src/subjects/cluster/clusters.ts';
import type { Cluster, Node, Subjects } from '../src/subjects/subjects.ts';
import { readCases, textOf } from '../test/rules/cases.ts';
import { declarationsOf, type Files, readerOf } from '../test/support/lab.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const wanted = process.argv[2] || undefined;

interface Mutant {
  readonly text: string;
  readonly line: number;
  readonly what: string;
}

/** Subjects of one case, found once. */
interface Bench {
  readonly estates: readonly Estate[];
}

const benches: readonly Bench[] = [
  ...readCases()
    .filter(({ validate }) => !validate)
    .map(({ files, consul, paths }) => benchOf(files, consul, paths)),
  ...rules.flatMap(({ docs }) => [
    benchOf(docs.bad ?? {}, docs.consul),
    benchOf(docs.good ?? {}, docs.consul),
  ]),
];

function benchOf(files: Files, consul: string | undefined, paths: readonly string[] = ['.']): Bench {
  const declared = declarationsOf(files);
  return discover(paths, readerOf(files, consul ?? declared?.consul), declared?.declarations);
}

type Subject = Subjects[Scope];

function* subjectsOf({ estates }: Bench, scope: Scope): Generator<readonly [Subject, Cluster | undefined]> {
  for (const estate of estates) {
    const clusters = clustersOf(estate);
    if (scope === 'cluster') for (const cluster of clusters) yield [cluster, cluster];
    for (const node of estate.nodes) {
      const cluster = clusters.find(({ agents }) => agents.includes(node));
      for (const subject of partsOf(node, scope)) yield [subject, cluster];
    }
  }
}

function partsOf(node: Node, scope: Scope): readonly Subject[] {
  if (scope === 'node') return [node];
  if (scope === 'file') return node.files;
  return scope === 'unit' && node.unit ? [{ unit: node.unit, node }] : [];
}

/** What a rule reports of a case, as the corpus writes it down. */
function said({ id, scope, run, ...rule }: AnyScopedRule, bench: Bench): string {
  const lines: string[] = [];
  const report: Report = (found) =>
    lines.push(textOf([{ rule: id, severity: defaultSeverity(rule), ...found }]));
  for (const [subject, cluster] of subjectsOf(bench, scope)) {
    (run as (subject: Subject, report: Report, cluster?: Cluster) => void)(subject, report, cluster);
  }
  return lines.sort().join('\n');
}

const operators = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.LessThanToken, '>='],
  [ts.SyntaxKind.LessThanEqualsToken, '>'],
  [ts.SyntaxKind.GreaterThanToken, '<='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '<'],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
]);

/** Every small break of the code; what is said to people (docs, messages, fixes) stays, and what serves only that. */
function mutantsOf(text: string): Mutant[] {
  const file = ts.createSourceFile('rule.ts', text, ts.ScriptTarget.Latest, true);
  const found: Mutant[] = [];
  const prose = proseOf(file);
  const visit = (node: ts.Node): void => {
    if (prose.has(node)) return;
    for (const { start, end, by, what } of breaksOf(node)) {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ text: text.slice(0, start) + by + text.slice(end), line, what });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

type Declaration = ts.VariableDeclaration | ts.FunctionDeclaration;

/** Messages, fixes and docs, and the functions and constants that nothing else speaks of. */
function proseOf(file: ts.SourceFile): ReadonlySet<ts.Node> {
  const prose = new Set<ts.Node>();
  const declared: Declaration[] = [];
  const spoken = new Map<string, ts.Node[]>();
  const visit = (node: ts.Node): void => {
    if (isSaid(node)) prose.add(node);
    if (isDeclaration(node)) declared.push(node);
    else if (ts.isIdentifier(node)) spoken.set(node.text, [...(spoken.get(node.text) ?? []), node]);
    ts.forEachChild(node, visit);
  };
  visit(file);
  const isWithin = (node: ts.Node | undefined): boolean =>
    node !== undefined && (prose.has(node) || isWithin(node.parent));
  const servesProse = (declaration: Declaration): boolean => {
    const uses = (spoken.get(declaration.name?.getText() ?? '') ?? []).filter(
      (use) => use.parent !== declaration,
    );
    return uses.length > 0 && uses.every(isWithin);
  };
  for (let before = -1; before !== prose.size; ) {
    before = prose.size;
    for (const declaration of declared.filter(servesProse)) prose.add(declaration);
  }
  return prose;
}

const isSaid = (node: ts.Node): boolean =>
  ts.isPropertyAssignment(node) && /^(docs|message|title|fix|related|path)$/.test(node.name.getText());

const isDeclaration = (node: ts.Node): node is Declaration =>
  ts.isFunctionDeclaration(node) || (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name));

interface Break {
  readonly start: number;
  readonly end: number;
  readonly by: string;
  readonly what: string;
}

function* breaksOf(node: ts.Node): Generator<Break> {
  if (ts.isBinaryExpression(node)) {
    const { operatorToken: token } = node;
    const by = operators.get(token.kind);
    if (by) yield { start: token.getStart(), end: token.getEnd(), by, what: `${token.getText()} → ${by}` };
  } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    yield { start: node.getStart(), end: node.getStart() + 1, by: '', what: '! gone' };
  } else if (ts.isIfStatement(node) && !node.elseStatement) {
    yield { start: node.expression.getStart(), end: node.expression.getEnd(), by: 'false', what: 'if never' };
  } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name } = node.expression;
    const by = { some: 'every', every: 'some' }[name.text];
    if (by) yield { start: name.getStart(), end: name.getEnd(), by, what: `${name.text} → ${by}` };
  }
}

/** A mutant may loop for ever, so mutants run in a child, which is stopped and started again behind such a one. */
const patience = 20_000;

interface Outcome {
  readonly at: number;
  /** Absent while it runs. */
  readonly caught?: boolean;
}

const mutants = rules
  .filter(({ id }) => wanted === undefined || id === wanted)
  .flatMap((rule) => {
    const path = join(root, 'src/rules', `${rule.id}.ts`);
    return mutantsOf(readFileSync(path, 'utf8')).map((mutant) => ({ rule, mutant }));
  });

if (process.send) await runFrom(Number(process.argv[3]));
else await supervise();

async function supervise(): Promise<void> {
  const outcomes = new Map<number, boolean>();
  for (let next = 0; next < mutants.length; next = outcomes.size) await runChild(next, outcomes);
  for (const [at, { rule, mutant }] of mutants.entries()) {
    if (!outcomes.get(at)) process.stdout.write(`${rule.id}:${mutant.line} ${mutant.what}\n`);
  }
  const caught = [...outcomes.values()].filter(Boolean).length;
  process.stdout.write(
    `${caught} of ${mutants.length} caught (${((100 * caught) / mutants.length).toFixed(1)} %)\n`,
  );
}

function runChild(from: number, outcomes: Map<number, boolean>): Promise<void> {
  return new Promise((done) => {
    const child = fork(fileURLToPath(import.meta.url), [wanted ?? '', String(from)]);
    let running = from;
    const stop = (): void => {
      outcomes.set(running, true);
      child.kill('SIGKILL');
    };
    let timer = setTimeout(stop, patience * 3);
    child.on('message', ({ at, caught }: Outcome) => {
      clearTimeout(timer);
      timer = setTimeout(stop, patience);
      running = at;
      if (caught !== undefined) outcomes.set(at, caught);
    });
    child.on('exit', () => {
      clearTimeout(timer);
      // One that eats all memory takes the child with it.
      if (!outcomes.has(running)) outcomes.set(running, true);
      done();
    });
  });
}

async function runFrom(from: number): Promise<void> {
  let right: { readonly id: string; readonly lines: readonly string[] } | undefined;
  for (let at = from; at < mutants.length; at++) {
    const { rule, mutant } = mutants[at]!;
    if (right?.id !== rule.id) right = { id: rule.id, lines: benches.map((bench) => said(rule, bench)) };
    process.send?.({ at } satisfies Outcome);
    const caught = await isCaught(rule, mutant, right.lines, at);
    process.send?.({ at, caught } satisfies Outcome);
  }
  process.disconnect();
}

async function isCaught(
  rule: AnyScopedRule,
  { text }: Mutant,
  right: readonly string[],
  at: number,
): Promise<boolean> {
  const path = join(root, 'src/lint/rules', `${rule.id}.mutant-${at}.ts`);
  writeFileSync(path, text);
  try {
    const exported = Object.values((await import(path)) as Record<string, AnyScopedRule>);
    const broken = exported.find(({ id }) => id === rule.id)!;
    rmSync(path, { force: true });
    return benches.some((bench, i) => said(broken, bench) !== right[i]);
  } catch {
    return true;
  } finally {
    rmSync(path, { force: true });
  }
}
