/** The parts of a template. */

export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly pipe: Pipe }
  | {
      readonly kind: 'if' | 'with' | 'range';
      readonly pipe: Pipe;
      readonly then: TemplateNodes;
      readonly otherwise: TemplateNodes;
    }
  | { readonly kind: 'template'; readonly name: string; readonly pipe: Pipe | undefined }
  | { readonly kind: 'break' | 'continue' };

export type TemplateNodes = readonly TemplateNode[];

export interface Pipe {
  /** Names of the variables that it sets, with their `$`. */
  readonly variables: readonly string[];
  readonly commands: readonly Command[];
}

/** A function, field or operand, and its arguments. */
export type Command = readonly [Operand, ...Operand[]];

export type Operand =
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number; readonly integer: boolean }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'nil' }
  | { readonly kind: 'dot' }
  | { readonly kind: 'field' }
  | { readonly kind: 'variable'; readonly name: string; readonly field: boolean }
  | { readonly kind: 'pipe'; readonly pipe: Pipe; readonly field: boolean };

export interface Template {
  readonly nodes: TemplateNodes;
  readonly definitions: ReadonlyMap<string, TemplateNodes>;
}

/** What Go refuses in a template: at parsing, or when a function is called. Thrown inside this folder, caught by `expand`. */
export class TemplateError extends Error {}
