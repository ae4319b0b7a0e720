/** Go text/template, as Go's parser takes it: what it refuses is thrown as a TemplateError and caught in `expand.ts`. */
import type { Command, Node, Nodes, Operand, Pipe, Template } from './ast.ts';
import { isFunction } from './functions.ts';
import { lex, type Token, type TokenType } from './lex.ts';
import { TemplateError } from './template-error.ts';
import { unquote, unquoteChar } from './unquote.ts';

/** Deeper nesting than anybody writes; Go's own limit is far higher, JavaScript's stack is not. */
const maxDepth = 500;

type Ending = 'end' | 'else' | 'else if' | 'else with';

export function parse(text: string): Template {
  return new Parser(lex(text)).template();
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #definitions = new Map<string, Nodes>();
  #at = 0;
  #variables: string[] = ['$'];
  #ranges = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  template(): Template {
    const nodes: Node[] = [];
    while (this.#peek().type !== 'end') {
      if (this.#isDefinition()) this.#definition();
      else {
        const item = this.#item();
        if (typeof item === 'string') throw new TemplateError(`unexpected {{${item}}}`);
        nodes.push(item);
      }
    }
    return { nodes, definitions: this.#definitions };
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? { type: 'error', text: '' };
  }

  #next(): Token {
    const token = this.#peek();
    this.#at++;
    return token;
  }

  #peekBehindSpace(): Token {
    while (this.#peek().type === 'space') this.#at++;
    return this.#peek();
  }

  #expect(type: TokenType, where: string): Token {
    const token = this.#peekBehindSpace();
    if (token.type !== type) throw unexpected(token, where);
    this.#at++;
    return token;
  }

  #isDefinition(): boolean {
    const [left, ...rest] = this.#tokens.slice(this.#at, this.#at + 3);
    const first = rest.find((token) => token.type !== 'space');
    return left?.type === 'left' && first?.type === 'word' && first.text === 'define';
  }

  #definition(): void {
    this.#next();
    this.#expect('word', 'define clause');
    const name = this.#name('define clause');
    this.#expect('right', 'define clause');
    this.#define(name);
  }

  /** A template's body has variables of its own. */
  #define(name: string): void {
    const [variables, ranges] = [this.#variables, this.#ranges];
    this.#variables = ['$'];
    this.#ranges = 0;
    const { nodes, ending } = this.#items();
    if (ending !== 'end') throw new TemplateError(`unexpected {{${ending}}} in a template of its own`);
    this.#variables = variables;
    this.#ranges = ranges;
    const isEmpty = (body: Nodes): boolean =>
      body.every((node) => node.kind === 'text' && node.text.trim() === '');
    const known = this.#definitions.get(name);
    if (!known || isEmpty(known)) this.#definitions.set(name, nodes);
    else if (!isEmpty(nodes))
      throw new TemplateError(`multiple definition of template ${JSON.stringify(name)}`);
  }

  #name(where: string): string {
    const token = this.#peekBehindSpace();
    if (token.type !== 'string' && token.type !== 'raw') throw unexpected(token, where);
    this.#at++;
    return textOf(token);
  }

  #items(): { nodes: Nodes; ending: Ending } {
    const nodes: Node[] = [];
    while (this.#peek().type !== 'end') {
      const item = this.#item();
      if (typeof item === 'string') return { nodes, ending: item };
      nodes.push(item);
    }
    throw new TemplateError('unexpected end of the template; {{end}} is missing');
  }

  #item(): Node | Ending {
    const token = this.#next();
    if (token.type === 'text') return { kind: 'text', text: token.text };
    if (token.type !== 'left') throw unexpected(token, 'input');
    if (++this.#depth > maxDepth) throw new TemplateError('nested too deeply');
    const node = this.#action();
    this.#depth--;
    return node;
  }

  #action(): Node | Ending {
    const token = this.#peekBehindSpace();
    const keyword = token.type === 'word' ? token.text : '';
    switch (keyword) {
      case 'if':
      case 'with':
      case 'range':
        this.#at++;
        return this.#control(keyword);
      case 'else':
        this.#at++;
        return this.#else();
      case 'end':
        this.#at++;
        this.#expect('right', 'end');
        return 'end';
      case 'break':
      case 'continue':
        this.#at++;
        this.#expect('right', `{{${keyword}}}`);
        if (this.#ranges === 0) throw new TemplateError(`{{${keyword}}} outside {{range}}`);
        return { kind: keyword };
      case 'template':
        this.#at++;
        return this.#call();
      case 'block':
        this.#at++;
        return this.#block();
      default:
        return { kind: 'action', pipe: this.#pipe('right', 'command') };
    }
  }

  #else(): Ending {
    const token = this.#peekBehindSpace();
    if (token.type === 'word' && (token.text === 'if' || token.text === 'with')) return `else ${token.text}`;
    this.#expect('right', 'else');
    return 'else';
  }

  #control(kind: 'if' | 'with' | 'range'): Node {
    const scope = this.#variables.length;
    const pipe = this.#pipe('right', kind);
    if (kind === 'range') this.#ranges++;
    const { nodes: then, ending } = this.#items();
    if (kind === 'range') this.#ranges--;
    const otherwise = this.#otherwise(kind, ending);
    this.#variables.length = scope;
    return { kind, pipe, then, otherwise };
  }

  #otherwise(kind: 'if' | 'with' | 'range', ending: Ending): Nodes {
    if (ending === 'end') return [];
    if (ending === 'else if' || ending === 'else with') {
      const again = ending === 'else if' ? 'if' : 'with';
      if (kind !== again) throw new TemplateError(`unexpected <${ending}> in {{${kind}}}`);
      this.#expect('word', ending);
      return [this.#control(again)];
    }
    const { nodes, ending: last } = this.#items();
    if (last !== 'end') throw new TemplateError(`expected end; found {{${last}}}`);
    return nodes;
  }

  #call(): Node {
    const name = this.#name('template clause');
    if (this.#peekBehindSpace().type === 'right') {
      this.#at++;
      return { kind: 'template', name, pipe: undefined };
    }
    return { kind: 'template', name, pipe: this.#pipe('right', 'template clause') };
  }

  #block(): Node {
    const name = this.#name('block clause');
    const pipe = this.#pipe('right', 'block clause');
    this.#define(name);
    return { kind: 'template', name, pipe };
  }

  #pipe(end: 'right' | ')', where: string): Pipe {
    const variables = this.#declarations(where);
    const commands: Command[] = [];
    for (;;) {
      const token = this.#peekBehindSpace();
      if (token.type === end) break;
      if (!startsOperand.has(token.type)) throw unexpected(token, where);
      commands.push(this.#command());
    }
    this.#at++;
    if (commands.length === 0) throw new TemplateError(`missing value for ${where}`);
    const constant = commands.slice(1).some(([first]) => constants.has(first.kind));
    if (constant) throw new TemplateError('a value cannot stand behind a |');
    return { variables, commands };
  }

  /** `$x :=`, `$x =`, and in a range also `$i, $x :=`. */
  #declarations(where: string): string[] {
    const names: string[] = [];
    while (this.#peekBehindSpace().type === 'variable') {
      const before = this.#at;
      const name = this.#next().text;
      const token = this.#peekBehindSpace();
      const isList = token.type === 'other' && token.text === ',';
      if (token.type !== '=' && token.type !== ':=' && !isList) {
        this.#at = before;
        return names;
      }
      this.#at++;
      names.push(name);
      this.#variables.push(name);
      if (!isList) return names;
      if (where !== 'range' || names.length > 1) throw new TemplateError(`too many declarations in ${where}`);
      const following = this.#peekBehindSpace().type;
      if (following !== 'variable' && following !== 'right' && following !== ')') {
        throw new TemplateError('range can only initialize variables');
      }
    }
    return names;
  }

  #command(): Command {
    const operands: Operand[] = [];
    for (;;) {
      this.#peekBehindSpace();
      const operand = this.#operand();
      if (operand) operands.push(operand);
      const token = this.#peek();
      if (token.type === 'space') continue;
      if (token.type === '|') this.#at++;
      else if (token.type !== 'right' && token.type !== ')') throw unexpected(token, 'operand');
      const [first, ...rest] = operands;
      if (!first) throw new TemplateError('empty command');
      return [first, ...rest];
    }
  }

  #operand(): Operand | undefined {
    const term = this.#term();
    if (!term || this.#peek().type !== 'field') return term;
    if (constants.has(term.kind)) throw new TemplateError('unexpected . after a value');
    while (this.#peek().type === 'field') this.#at++;
    if (term.kind === 'variable' || term.kind === 'pipe') return { ...term, field: true };
    return { kind: 'field' };
  }

  #term(): Operand | undefined {
    const token = this.#peek();
    const read = readers[token.type];
    if (token.type === '(') return this.#parenthesized();
    if (token.type === 'variable') {
      if (!this.#variables.includes(token.text)) throw new TemplateError(`undefined variable ${token.text}`);
      this.#at++;
      return { kind: 'variable', name: token.text, field: false };
    }
    if (!read) return undefined;
    this.#at++;
    return read(token);
  }

  #parenthesized(): Operand {
    this.#at++;
    if (++this.#depth > maxDepth) throw new TemplateError('nested too deeply');
    const pipe = this.#pipe(')', 'parenthesized pipeline');
    this.#depth--;
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

const readers: Partial<Record<TokenType, (token: Token) => Operand>> = {
  word: wordOperand,
  dot: () => ({ kind: 'dot' }),
  field: () => ({ kind: 'field' }),
  number: ({ text }) => numberOperand(text),
  char: ({ text }) => {
    const value = unquoteChar(text);
    if (value === undefined) throw new TemplateError(`malformed character constant ${text}`);
    return { kind: 'number', value, integer: true };
  },
  string: (token) => ({ kind: 'string', value: textOf(token) }),
  raw: (token) => ({ kind: 'string', value: textOf(token) }),
};

const keywords = new Set([
  'block',
  'break',
  'continue',
  'define',
  'else',
  'end',
  'if',
  'range',
  'template',
  'with',
]);

function wordOperand({ text }: Token): Operand {
  if (text === 'true' || text === 'false') return { kind: 'bool', value: text === 'true' };
  if (text === 'nil') return { kind: 'nil' };
  if (keywords.has(text)) throw new TemplateError(`unexpected <${text}>`);
  if (!isFunction(text)) throw new TemplateError(`function ${JSON.stringify(text)} not defined`);
  return { kind: 'function', name: text };
}

function numberOperand(text: string): Operand {
  const plain = text.replaceAll('_', '').replace(/^\+/, '');
  const legacyOctal = /^-?0\d+$/.test(plain);
  const value = legacyOctal ? Number.parseInt(plain, 8) : Number(plain);
  if (Number.isNaN(value) || text.endsWith('i')) throw new TemplateError(`bad number syntax: ${text}`);
  return { kind: 'number', value, integer: Number.isInteger(value) };
}

function textOf(token: Token): string {
  if (token.type === 'raw') return token.text.slice(1, -1).replaceAll('\r', '');
  const text = unquote(token.text);
  if (text === undefined) throw new TemplateError(`invalid escape in ${token.text}`);
  return text;
}

function unexpected(token: Token, where: string): TemplateError {
  if (token.type === 'error') return new TemplateError(token.text);
  return new TemplateError(
    token.type === 'end' ? `unexpected end in ${where}` : `unexpected ${token.text} in ${where}`,
  );
}
