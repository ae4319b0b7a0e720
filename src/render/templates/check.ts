/**
 * Whether a template names only what it is given. Handlebars itself is silent about a misspelt name in `{{#if}}`, and
 * finds others only when they are filled; here every name is looked up before, and reported with its line.
 */

import { closest, distance } from 'fastest-levenshtein';
import { findOption } from '../../options/lookup.ts';
import { isHelper, type Program, spanOf, type TemplateProblem, userHelpers } from '../../template/user.ts';
import type { Source } from '../../text/source/source.ts';
import { memberPath } from '../../util/text.ts';
import { type Fields, hostFields, type Shape } from './shapes.ts';

export function checkTemplate(source: Source, program: Program): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const report: Scope['report'] = (node, message) => problems.push({ message, at: spanOf(source, node.loc) });
  const root: Shape = { kind: 'fields', fields: hostFields };
  checkProgram(program, { report, contexts: [root], names: new Map() });
  return problems;
}

interface Scope {
  readonly report: (node: hbs.AST.Node, message: string) => void;
  /** From the whole view to what `this` is; undefined where it is not known. */
  readonly contexts: readonly (Shape | undefined)[];
  /** What `as |name|` gives a name. */
  readonly names: ReadonlyMap<string, Shape | undefined>;
}

function checkProgram(program: Program, scope: Scope): void {
  for (const statement of program.body) checkStatement(statement, scope);
}

function checkStatement(statement: hbs.AST.Statement, scope: Scope): void {
  switch (statement.type) {
    case 'ContentStatement':
    case 'CommentStatement':
      break;
    case 'MustacheStatement':
      checkMustache(statement as hbs.AST.MustacheStatement, scope);
      break;
    case 'BlockStatement':
      checkBlock(statement as hbs.AST.BlockStatement, scope);
      break;
    default:
      scope.report(statement, 'partials and decorators are not known here; write the text out');
  }
}

function checkMustache(statement: hbs.AST.MustacheStatement, scope: Scope): void {
  const { path, params, hash } = statement;
  if (path.type !== 'PathExpression') return;
  const called = path as hbs.AST.PathExpression;
  if (isHelper(called)) checkCall(statement, scope);
  else if (params.length > 0 || hash) scope.report(path, unknownHelper(called.original));
  else {
    const shape = shapeOf(called, scope);
    if (shape?.kind !== 'list' && shape?.kind !== 'fields') return;
    scope.report(path, `${called.original} is ${named[shape.kind]}; write {{#each}}, {{words}} or {{json}}`);
  }
}

const named = { list: 'a list', fields: 'a map' } as const;

function unknownHelper(name: string): string {
  const known = [...Object.keys(userHelpers), 'if', 'unless', 'each', 'with'];
  return `there is no helper ${name}; there are ${known.join(', ')}`;
}

interface Called {
  readonly params: hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash;
}

function checkCall(call: hbs.AST.Node & Called, scope: Scope): void {
  if (call.params.length !== 1) scope.report(call, 'a helper takes one value');
  if (call.hash) scope.report(call, 'a helper takes no name=value');
  for (const param of call.params) shapeOfExpression(param, scope);
}

const blocks = new Set(['if', 'unless', 'each', 'with']);

function checkBlock(block: hbs.AST.BlockStatement, scope: Scope): void {
  const name = block.path.original as string;
  const [param, ...more] = block.params;
  if (!blocks.has(name)) {
    scope.report(block.path, `there is no block ${name}; there are ${[...blocks].join(', ')}`);
  } else if (!param || more.length > 0 || block.hash) {
    scope.report(block.path, `{{#${name}}} takes one value`);
  } else {
    const shape = shapeOfExpression(param, scope);
    checkProgram(
      block.program,
      name === 'if' || name === 'unless' ? scope : inner(block, name, shape, scope),
    );
    if (block.inverse) checkProgram(block.inverse, scope);
  }
}

function inner(block: hbs.AST.BlockStatement, name: string, shape: Shape | undefined, scope: Scope): Scope {
  const context = name === 'each' ? itemOf(shape) : shape;
  if (name === 'each' && shape && !context) {
    scope.report(block.params[0]!, 'this is not a list; write {{#if}} or {{#with}}');
  }
  const [first, second] = block.program.blockParams ?? [];
  const names = new Map(scope.names);
  if (first !== undefined) names.set(first, context);
  if (second !== undefined) names.set(second, { kind: 'text' });
  return { ...scope, contexts: [...scope.contexts, context], names };
}

function itemOf(shape: Shape | undefined): Shape | undefined {
  if (shape?.kind === 'list') return shape.of;
  if (shape?.kind !== 'option') return undefined;
  const kind = shape.path === '' ? undefined : findOption(shape.path)?.kind;
  if (kind?.shape === 'list') return { kind: 'option', path: `${shape.path}[]` };
  return kind?.shape === 'map'
    ? { kind: 'option', path: `${shape.path}.x` }
    : { kind: 'option', path: shape.path };
}

function shapeOfExpression(node: hbs.AST.Expression, scope: Scope): Shape | undefined {
  if (node.type === 'PathExpression') return shapeOf(node as hbs.AST.PathExpression, scope);
  if (node.type !== 'SubExpression') return undefined;
  const call = node as hbs.AST.SubExpression;
  const path = call.path as hbs.AST.PathExpression;
  if (isHelper(path)) checkCall(call, scope);
  else scope.report(node, unknownHelper(path.original));
  return { kind: 'text' };
}

const loopData = new Set(['index', 'key', 'first', 'last']);

function shapeOf(path: hbs.AST.PathExpression, scope: Scope): Shape | undefined {
  const { data, depth, parts, original } = path;
  if (data) {
    const [name] = parts;
    if (name === 'root') return walkParts(path, parts.slice(1), scope.contexts[0], scope);
    if (!loopData.has(name ?? ''))
      scope.report(path, `there is no ${original}; there are @index, @key, @first, @last`);
    return { kind: 'text' };
  }
  const [first, ...rest] = parts;
  if (depth === 0 && first !== undefined && !original.startsWith('this') && scope.names.has(first)) {
    return walkParts(path, rest, scope.names.get(first), scope);
  }
  if (depth >= scope.contexts.length) {
    scope.report(path, `${original} leads out of the view`);
    return undefined;
  }
  return walkParts(path, parts, scope.contexts[scope.contexts.length - 1 - depth], scope);
}

function walkParts(
  path: hbs.AST.PathExpression,
  parts: readonly string[],
  from: Shape | undefined,
  { report }: Scope,
): Shape | undefined {
  let shape = from;
  for (const part of parts) {
    const below = shape && stepInto(shape, part);
    if (typeof below === 'string') {
      report(path, `there is no ${path.original}: ${below}`);
      return undefined;
    }
    shape = below;
  }
  return shape;
}

/** The shape below, or what is wrong. */
function stepInto(shape: Shape, part: string): Shape | string {
  switch (shape.kind) {
    case 'fields':
      return Object.hasOwn(shape.fields, part) ? shape.fields[part]!.shape : unknownField(part, shape.fields);
    case 'option': {
      const path = memberPath(shape.path, part);
      return findOption(path) ? { kind: 'option', path } : `Consul has no option ${path}`;
    }
    case 'list':
      return part === 'length' ? { kind: 'number' } : `${part} is asked of a list; write {{#each}}`;
    default:
      return `${part} is asked of ${shape.kind === 'flag' ? 'true or false' : `a ${shape.kind}`}`;
  }
}

function unknownField(part: string, fields: Fields): string {
  const names = Object.keys(fields);
  const near = closest(part, names);
  return distance(part, near) <= Math.max(1, part.length / 3)
    ? `did you mean ${near}?`
    : `there are ${names.join(', ')}`;
}
