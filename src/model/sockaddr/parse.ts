/** Go text/template, as Go's parser takes it: what it refuses is thrown as a TemplateError and caught in `expand.ts`. */
import { type Template, TemplateError, type TemplateNode, type TemplateNodes } from './ast.ts';
import { Cursor, unexpected } from './cursor.ts';
import { lex, type Token } from './lex.ts';
import { textOf } from './operands.ts';
import { maxDepth, Pipelines, type Scope } from './pipeline.ts';

type Ending = 'end' | 'else' | 'else if' | 'else with';

export function parse(text: string): Template {
  return new Parser(lex(text)).template();
}

class Parser {
  readonly #cursor: Cursor;
  readonly #scope: Scope = { variables: ['$'], depth: 0 };
  readonly #pipes: Pipelines;
  readonly #definitions = new Map<string, TemplateNodes>();
  #ranges = 0;

  constructor(tokens: readonly Token[]) {
    this.#cursor = new Cursor(tokens);
    this.#pipes = new Pipelines(this.#cursor, this.#scope);
  }

  template(): Template {
    const nodes: TemplateNode[] = [];
    while (this.#cursor.peek().type !== 'end') {
      if (this.#isDefinition()) this.#definition();
      else {
        const item = this.#item();
        if (typeof item === 'string') throw new TemplateError(`unexpected {{${item}}}`);
        nodes.push(item);
      }
    }
    return { nodes, definitions: this.#definitions };
  }

  #isDefinition(): boolean {
    const [left, ...rest] = this.#cursor.ahead(3);
    const first = rest.find((token) => token.type !== 'space');
    return left?.type === 'left' && first?.type === 'word' && first.text === 'define';
  }

  #definition(): void {
    this.#cursor.next();
    this.#cursor.expect('word', 'define clause');
    const name = this.#name('define clause');
    this.#cursor.expect('right', 'define clause');
    this.#define(name);
  }

  /** A template's body has separate variables. */
  #define(name: string): void {
    const [variables, ranges] = [this.#scope.variables, this.#ranges];
    this.#scope.variables = ['$'];
    this.#ranges = 0;
    const { nodes, ending } = this.#items();
    if (ending !== 'end') throw new TemplateError(`unexpected {{${ending}}} in a separate template`);
    this.#scope.variables = variables;
    this.#ranges = ranges;
    const isEmpty = (body: TemplateNodes): boolean =>
      body.every((node) => node.kind === 'text' && node.text.trim() === '');
    const known = this.#definitions.get(name);
    if (!known || isEmpty(known)) this.#definitions.set(name, nodes);
    else if (!isEmpty(nodes))
      throw new TemplateError(`multiple definition of template ${JSON.stringify(name)}`);
  }

  #name(where: string): string {
    const token = this.#cursor.peekBehindSpace();
    if (token.type !== 'string' && token.type !== 'raw') throw unexpected(token, where);
    this.#cursor.next();
    return textOf(token);
  }

  #items(): { nodes: TemplateNodes; ending: Ending } {
    const nodes: TemplateNode[] = [];
    while (this.#cursor.peek().type !== 'end') {
      const item = this.#item();
      if (typeof item === 'string') return { nodes, ending: item };
      nodes.push(item);
    }
    throw new TemplateError('unexpected end of the template; {{end}} is missing');
  }

  #item(): TemplateNode | Ending {
    const token = this.#cursor.next();
    if (token.type === 'text') return { kind: 'text', text: token.text };
    if (token.type !== 'left') throw unexpected(token, 'input');
    if (++this.#scope.depth > maxDepth) throw new TemplateError('nested too deeply');
    const node = this.#action();
    this.#scope.depth--;
    return node;
  }

  #action(): TemplateNode | Ending {
    const token = this.#cursor.peekBehindSpace();
    const keyword = token.type === 'word' ? token.text : '';
    switch (keyword) {
      case 'if':
      case 'with':
      case 'range':
        this.#cursor.next();
        return this.#control(keyword);
      case 'else':
        this.#cursor.next();
        return this.#else();
      case 'end':
        this.#cursor.next();
        this.#cursor.expect('right', 'end');
        return 'end';
      case 'break':
      case 'continue':
        this.#cursor.next();
        this.#cursor.expect('right', `{{${keyword}}}`);
        if (this.#ranges === 0) throw new TemplateError(`{{${keyword}}} outside {{range}}`);
        return { kind: keyword };
      case 'template':
        this.#cursor.next();
        return this.#call();
      case 'block':
        this.#cursor.next();
        return this.#block();
      default:
        return { kind: 'action', pipe: this.#pipes.read('right', 'command') };
    }
  }

  #else(): Ending {
    const token = this.#cursor.peekBehindSpace();
    if (token.type === 'word' && (token.text === 'if' || token.text === 'with')) return `else ${token.text}`;
    this.#cursor.expect('right', 'else');
    return 'else';
  }

  #control(kind: 'if' | 'with' | 'range'): TemplateNode {
    const scope = this.#scope.variables.length;
    const pipe = this.#pipes.read('right', kind);
    if (kind === 'range') this.#ranges++;
    const { nodes: then, ending } = this.#items();
    if (kind === 'range') this.#ranges--;
    const otherwise = this.#otherwise(kind, ending);
    this.#scope.variables.length = scope;
    return { kind, pipe, then, otherwise };
  }

  #otherwise(kind: 'if' | 'with' | 'range', ending: Ending): TemplateNodes {
    if (ending === 'end') return [];
    if (ending === 'else if' || ending === 'else with') {
      const again = ending === 'else if' ? 'if' : 'with';
      if (kind !== again) throw new TemplateError(`unexpected <${ending}> in {{${kind}}}`);
      this.#cursor.expect('word', ending);
      return [this.#control(again)];
    }
    const { nodes, ending: last } = this.#items();
    if (last !== 'end') throw new TemplateError(`expected end; found {{${last}}}`);
    return nodes;
  }

  #call(): TemplateNode {
    const name = this.#name('template clause');
    if (this.#cursor.peekBehindSpace().type === 'right') {
      this.#cursor.next();
      return { kind: 'template', name, pipe: undefined };
    }
    return { kind: 'template', name, pipe: this.#pipes.read('right', 'template clause') };
  }

  #block(): TemplateNode {
    const name = this.#name('block clause');
    const pipe = this.#pipes.read('right', 'block clause');
    this.#define(name);
    return { kind: 'template', name, pipe };
  }
}
