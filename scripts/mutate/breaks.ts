/** Small breaks of a source file, each of one line: what a person gets wrong while changing it. */
import ts from 'typescript';

export interface Mutant {
  /** From the top of the repository. */
  readonly file: string;
  readonly text: string;
  /** Where the break begins in the right text. */
  readonly start: number;
  readonly line: number;
  readonly what: string;
}

interface Break {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

export function breaksIn(file: string, text: string, textsOnly = false): readonly Mutant[] {
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const isRule = file.startsWith('src/rules/');
  const found: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    if (isSkipped(node, isRule)) return;
    const breaks = textsOnly
      ? isInMessage(node)
        ? textBreaks(node)
        : []
      : [...codeBreaks(node), ...textBreaks(node)];
    for (const { start, end, by } of breaks) {
      const line = parsed.getLineAndCharacterOfPosition(start).line + 1;
      const what = `${short(text.slice(start, end))} → ${short(by)}`;
      found.push({ file, text: text.slice(0, start) + by + text.slice(end), start, line, what });
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line === '' ? 'nothing' : line.length > 60 ? `${line.slice(0, 57)}…` : line;
};

/** Documentation and titles of fixes, which no finding holds. */
const prose = /^(?:docs|title|summary|rationale)$/;

/** What a record is described by, on which no behaviour hangs, or which the type checker reads. */
const described = /^(?:id|scope|source|since|before|options|keys|fix|severity)$/;

function isSkipped(node: ts.Node, isRule: boolean): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return true;
  if (!ts.isPropertyAssignment(node)) return false;
  const name = node.name.getText();
  if (!isRule) return name === 'docs';
  return prose.test(name) || (described.test(name) && isInRecord(node));
}

/** A property of the record itself, not of what the function reports. */
const isInRecord = (node: ts.PropertyAssignment): boolean =>
  ts.isCallExpression(node.parent.parent) &&
  /^(?:rule|of[A-Z]\w*)$/.test(node.parent.parent.expression.getText());

const operators = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.LessThanToken, '>='],
  [ts.SyntaxKind.LessThanEqualsToken, '>'],
  [ts.SyntaxKind.GreaterThanToken, '<='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '<'],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
]);

const calls = new Map(
  Object.entries({
    some: 'every',
    every: 'some',
    startsWith: 'endsWith',
    endsWith: 'startsWith',
    filter: 'slice',
  }),
);

const at = (node: ts.Node, by: string): Break => ({ start: node.getStart(), end: node.getEnd(), by });

function codeBreaks(node: ts.Node): readonly Break[] {
  if (ts.isBinaryExpression(node)) return binaryBreaks(node);
  if (ts.isSpreadAssignment(node) || ts.isSpreadElement(node)) return spreadBreaks(node);
  if (ts.isCallExpression(node)) return callBreaks(node);
  const by = replacementOf(node);
  return by ? [at(...by)] : [];
}

/** A part of the node, or all of it, and its replacement. */
function replacementOf(node: ts.Node): readonly [part: ts.Node, by: string] | undefined {
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [node, `(${node.operand.getText()})`];
  if (ts.isIfStatement(node)) return node.elseStatement ? undefined : [node.expression, 'false'];
  if (ts.isConditionalExpression(node)) return [node.condition, `!(${node.condition.getText()})`];
  if (ts.isNumericLiteral(node)) return [node, `${Number(node.text) + 1}`];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [node, 'false'];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [node, 'true'];
  if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) return [node, ';'];
  return undefined;
}

function callBreaks({ expression }: ts.CallExpression): readonly Break[] {
  if (!ts.isPropertyAccessExpression(expression)) return [];
  const by = calls.get(expression.name.text);
  return by ? [at(expression.name, by)] : [];
}

function binaryBreaks({ operatorToken, left, right }: ts.BinaryExpression): readonly Break[] {
  if (operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
    return [{ start: left.getEnd(), end: right.getEnd(), by: '!' }];
  const by = operators.get(operatorToken.kind);
  const isText =
    operatorToken.kind === ts.SyntaxKind.PlusToken && /['"`]/.test(left.getText() + right.getText());
  return by && !isText ? [at(operatorToken, by)] : [];
}

function spreadBreaks(node: ts.SpreadAssignment | ts.SpreadElement): readonly Break[] {
  return ts.isSpreadAssignment(node)
    ? [at(node, '...{}')]
    : ts.isArrayLiteralExpression(node.parent)
      ? [at(node, '...[]')]
      : [];
}

/** A word of a text becomes another. */
function textBreaks(node: ts.Node): readonly Break[] {
  const isText =
    ts.isStringLiteral(node) ||
    ts.isNoSubstitutionTemplateLiteral(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node);
  if (!isText || (ts.isPropertyAssignment(node.parent) && node.parent.name === node)) return [];
  const word = /(?<![\\\w])[A-Za-z]{2,}/.exec(node.getText());
  if (!word) return [];
  const start = node.getStart() + word.index;
  return [{ start, end: start + word[0].length, by: `${word[0]}x` }];
}

/** In a message, or in what serves one: a text of several words on one line, which an example never is. */
function isInMessage(node: ts.Node): boolean {
  const text = node.getText();
  return /[a-z]+ [a-z]+/i.test(text) && !text.includes('\\n');
}
