/**
 * What a go-sockaddr template yields: a text, something that only the host knows, or an error that the agent makes of
 * it on any host. (go-sockaddr 1.0.2 and 1.0.5; no difference in verdicts was found.)
 */
import {
  type Command,
  type Operand,
  type Pipe,
  type Template,
  TemplateError,
  type TemplateNodes,
} from './ast.ts';
import { call } from './functions.ts';
import type { HostInterface } from './interfaces.ts';
import { parse } from './parse.ts';
import { isTrue, printed, unknown, type Value } from './values.ts';

export type Expansion =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unknown' }
  /** Interfaces are printed as Go prints a list, `[10.0.0.1/24 …]`, or `[]` where there are none: never an address. */
  | { readonly kind: 'list' }
  | { readonly kind: 'error'; readonly message: string };

/** Completes "a template that …". */
export const listed = 'prints a list of interfaces instead of an address';

export const listAdvice =
  'end it with | attr "address" for the first one, or | join "address" " " for all of them';

/** @param interfaces those of the host, where it is known */
export function expand(text: string, interfaces?: readonly HostInterface[]): Expansion {
  if (!text.includes('{{')) return { kind: 'text', text };
  try {
    const template = parse(text);
    const run = new Run(template, interfaces);
    run.nodes(template.nodes, { type: 'addresses', empty: false });
    return run.result();
  } catch (error) {
    if (error instanceof TemplateError) return { kind: 'error', message: error.message };
    throw error;
  }
}

const maxSteps = 10_000;

class Run {
  readonly #template: Template;
  readonly #interfaces: readonly HostInterface[] | undefined;
  readonly #variables = new Map<string, Value>();
  #text = '';
  #known = true;
  #listed = false;
  #steps = 0;

  constructor(template: Template, interfaces: readonly HostInterface[] | undefined) {
    this.#template = template;
    this.#interfaces = interfaces;
    this.#variables.set('$', { type: 'addresses', empty: false });
  }

  result(): Expansion {
    if (this.#listed) return { kind: 'list' };
    return this.#known ? { kind: 'text', text: this.#text } : { kind: 'unknown' };
  }

  nodes(nodes: TemplateNodes, dot: Value): void {
    for (const node of nodes) {
      if (++this.#steps > maxSteps) throw new TemplateError('exceeded the depth that templates may have');
      switch (node.kind) {
        case 'text':
          this.#text += node.text;
          break;
        case 'action':
          this.#print(this.#pipe(node.pipe, dot), node.pipe);
          break;
        case 'template':
          this.#call(node.name, node.pipe, dot);
          break;
        case 'if':
        case 'with':
        case 'range':
          this.#branch(node, dot);
          break;
        default:
          this.#known = false;
      }
    }
  }

  #print(value: Value, pipe: Pipe): void {
    if (pipe.variables.length > 0) return;
    if (value.type === 'addresses') this.#listed = true;
    const text = printed(value);
    if (text === undefined) this.#known = false;
    else this.#text += text;
  }

  #call(name: string, pipe: Pipe | undefined, dot: Value): void {
    const body = this.#template.definitions.get(name);
    if (!body) throw new TemplateError(`template ${JSON.stringify(name)} not defined`);
    this.nodes(body, pipe ? this.#pipe(pipe, dot) : { type: 'nil' });
  }

  /** Where the host decides, neither branch is looked into: what it yields is unknown. */
  #branch(
    node: Extract<TemplateNodes[number], { readonly pipe: Pipe; readonly then: TemplateNodes }>,
    dot: Value,
  ): void {
    const value = this.#pipe(node.pipe, dot);
    const truth = isTrue(value);
    if (truth === undefined || (node.kind === 'range' && truth)) {
      if (node.kind === 'range' && (value.type === 'string' || value.type === 'bool')) {
        throw new TemplateError("range can't iterate over such a value");
      }
      this.#known = false;
    } else if (truth) this.nodes(node.then, node.kind === 'with' ? value : dot);
    else this.nodes(node.otherwise, dot);
  }

  #pipe(pipe: Pipe, dot: Value): Value {
    let value: Value | undefined;
    for (const command of pipe.commands) value = this.#command(command, dot, value);
    const result = value ?? unknown;
    for (const name of pipe.variables) this.#variables.set(name, result);
    return result;
  }

  /** `piped` is the value of the command before, and the last argument of this one. */
  #command([first, ...rest]: Command, dot: Value, piped: Value | undefined): Value {
    const args = this.#arguments(first, rest, dot);
    if (piped) args.push(piped);
    if (first.kind === 'function') return call(first.name, args, this.#interfaces);
    if (args.length > 0 && first.kind !== 'field')
      throw new TemplateError("can't give an argument to a value");
    if (first.kind === 'nil') throw new TemplateError('nil is not a command');
    return this.#operand(first, dot);
  }

  /** `and` and `or` evaluate no more than they need. */
  #arguments(first: Operand, rest: readonly Operand[], dot: Value): Value[] {
    const name = first.kind === 'function' ? first.name : '';
    const last = name === 'and' ? false : name === 'or' ? true : undefined;
    const args: Value[] = [];
    for (const operand of rest) {
      const value = this.#operand(operand, dot);
      args.push(value);
      if (last !== undefined && isTrue(value) === last) break;
    }
    return args;
  }

  #operand(operand: Operand, dot: Value): Value {
    switch (operand.kind) {
      case 'function':
        return call(operand.name, [], this.#interfaces);
      case 'string':
        return { type: 'string', value: operand.value };
      case 'number':
        return { type: 'number', value: operand.value, integer: operand.integer };
      case 'bool':
        return { type: 'bool', value: operand.value };
      case 'nil':
        return { type: 'nil' };
      case 'dot':
        return dot;
      case 'field':
        return fieldOf(dot);
      case 'variable':
        return operand.field
          ? fieldOf(this.#variables.get(operand.name) ?? unknown)
          : (this.#variables.get(operand.name) ?? unknown);
      case 'pipe':
        return operand.field ? fieldOf(this.#pipe(operand.pipe, dot)) : this.#pipe(operand.pipe, dot);
    }
  }
}

/** Only single interfaces have fields, and those are never known here. */
function fieldOf(value: Value): Value {
  if (value.type !== 'unknown') throw new TemplateError("can't evaluate a field of such a value");
  return unknown;
}
