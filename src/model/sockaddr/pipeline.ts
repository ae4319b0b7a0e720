/** Pipelines: `$x := GetPrivateInterfaces | include "type" "ip" | attr "address"`. */
import { type Command, type Operand, type Pipe, TemplateError } from './ast.ts';
import { type Cursor, unexpected } from './cursor.ts';
import type { TokenType } from './lex.ts';
import { readers } from './operands.ts';

/** Deeper nesting than any template in use; Go's own limit is far higher, JavaScript's stack is not. */
export const maxDepth = 500;

/** What is known at a place of the template. */
export interface Scope {
  variables: string[];
  depth: number;
}

export class Pipelines {
  readonly #cursor: Cursor;
  readonly #scope: Scope;

  constructor(cursor: Cursor, scope: Scope) {
    this.#cursor = cursor;
    this.#scope = scope;
  }

  read(end: 'right' | ')', where: string): Pipe {
    const variables = this.#declarations(where);
    const commands: Command[] = [];
    for (;;) {
      const token = this.#cursor.peekBehindSpace();
      if (token.type === end) break;
      if (!startsOperand.has(token.type)) throw unexpected(token, where);
      commands.push(this.#command());
    }
    this.#cursor.next();
    if (commands.length === 0) throw new TemplateError(`missing value for ${where}`);
    const constant = commands.slice(1).some(([first]) => constants.has(first.kind));
    if (constant) throw new TemplateError('a value is not allowed after a |');
    return { variables, commands };
  }

  /** `$x :=`, `$x =`, and in a range also `$i, $x :=`. */
  #declarations(where: string): string[] {
    const names: string[] = [];
    while (this.#cursor.peekBehindSpace().type === 'variable') {
      const back = this.#cursor.mark();
      const name = this.#cursor.next().text;
      const token = this.#cursor.peekBehindSpace();
      const isList = token.type === 'other' && token.text === ',';
      if (token.type !== '=' && token.type !== ':=' && !isList) {
        back();
        return names;
      }
      this.#cursor.next();
      names.push(name);
      this.#scope.variables.push(name);
      if (!isList) return names;
      if (where !== 'range' || names.length > 1) throw new TemplateError(`too many declarations in ${where}`);
      const following = this.#cursor.peekBehindSpace().type;
      if (following !== 'variable' && following !== 'right' && following !== ')') {
        throw new TemplateError('range can only initialize variables');
      }
    }
    return names;
  }

  #command(): Command {
    const operands: Operand[] = [];
    for (;;) {
      this.#cursor.peekBehindSpace();
      const operand = this.#operand();
      if (operand) operands.push(operand);
      const token = this.#cursor.peek();
      if (token.type === 'space') continue;
      if (token.type === '|') this.#cursor.next();
      else if (token.type !== 'right' && token.type !== ')') throw unexpected(token, 'operand');
      const [first, ...rest] = operands;
      if (!first) throw new TemplateError('empty command');
      return [first, ...rest];
    }
  }

  #operand(): Operand | undefined {
    const term = this.#term();
    if (!term || this.#cursor.peek().type !== 'field') return term;
    if (constants.has(term.kind)) throw new TemplateError('unexpected . after a value');
    while (this.#cursor.peek().type === 'field') this.#cursor.next();
    if (term.kind === 'variable' || term.kind === 'pipe') return { ...term, field: true };
    return { kind: 'field' };
  }

  #term(): Operand | undefined {
    const token = this.#cursor.peek();
    const read = readers[token.type];
    if (token.type === '(') return this.#parenthesized();
    if (token.type === 'variable') {
      if (!this.#scope.variables.includes(token.text))
        throw new TemplateError(`undefined variable ${token.text}`);
      this.#cursor.next();
      return { kind: 'variable', name: token.text, field: false };
    }
    if (!read) return undefined;
    this.#cursor.next();
    return read(token);
  }

  #parenthesized(): Operand {
    this.#cursor.next();
    if (++this.#scope.depth > maxDepth) throw new TemplateError('nested too deeply');
    const pipe = this.read(')', 'parenthesized pipeline');
    this.#scope.depth--;
    return { kind: 'pipe', pipe, field: false };
  }
}

const startsOperand = new Set<TokenType>([
  'word',
  'field',
  'variable',
  'dot',
  'number',
  'char',
  'string',
  'raw',
  '(',
]);
const constants = new Set<Operand['kind']>(['bool', 'dot', 'nil', 'number', 'string']);
