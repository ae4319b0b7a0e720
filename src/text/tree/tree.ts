/**
 * The lossless tree that HCL, JSON and YAML share. Nodes hold offsets into the source's text, which stays whole: an
 * untouched tree prints back byte for byte, and every comment is a field of exactly one node.
 */
import type { Run } from '../bare.ts';
import type { Problem, Refusal } from '../source/problem.ts';
import type { Source, Span } from '../source/source.ts';

/** `json-in-hcl` is a `.hcl` that starts with `{`: Consul reads it with a JSON reader that is not JSON's. */
export type TreeFormat = 'hcl' | 'json' | 'json-in-hcl' | 'yaml';

export interface Tree {
  readonly source: Source;
  readonly format: TreeFormat;
  /** What was understood; of a broken text, all that recovery could save. Undefined where nothing was. */
  readonly root: TreeNode | undefined;
  /** Everything that is wrong, in the order of the text. */
  readonly problems: readonly Problem[];
  /** Where recovery had to guess: values without quotes, strings that never end. No edit may touch these. */
  readonly recovered?: readonly Run[];
  /** The text is a template with statements: what its syntax will be is not known. */
  readonly template?: true;
  /** The verdict of Consul's parser; undefined when it accepts. Decoding may still refuse. */
  readonly refusal: Refusal | undefined;
}

export type TreeNode = ObjectNode | ListNode | LiteralNode;

/** Offsets of a comment, its `#`, `//` or `/*` included, a line comment's newline not. */
export interface Comment {
  readonly start: number;
  readonly end: number;
}

interface Commented {
  readonly start: number;
  readonly end: number;
  /** On the lines above, and comments from inside an item (between key and value). */
  readonly before: readonly Comment[] | undefined;
  /** Behind it on its last line. */
  readonly after: readonly Comment[] | undefined;
}

export type LiteralType = 'string' | 'heredoc' | 'integer' | 'float' | 'bool' | 'null';

export interface LiteralNode extends Commented {
  readonly kind: 'literal';
  readonly type: LiteralType;
  /** YAML only, whose scalars cannot be read without their document. */
  readonly value?: string | number | bigint | boolean | null;
}

interface Container extends Commented {
  /** On the line of the opening bracket. */
  readonly opening: readonly Comment[] | undefined;
  /** Before the closing bracket, or the end of the file. */
  readonly closing: readonly Comment[] | undefined;
}

export interface ListNode extends Container {
  readonly kind: 'list';
  readonly items: readonly TreeNode[];
}

/** Without brackets at the top of an HCL file. */
export interface ObjectNode extends Container {
  readonly kind: 'object';
  readonly members: readonly MemberNode[];
}

export interface MemberNode extends Commented {
  readonly kind: 'member';
  /** One, or in HCL several: `service "web" { … }`. */
  readonly keys: readonly KeyNode[];
  /** Offset of `=` or `:`; undefined for an HCL block. */
  readonly separator: number | undefined;
  readonly value: TreeNode;
}

export interface KeyNode extends Span {
  readonly quoted: boolean;
  /** YAML only. */
  readonly value?: string;
}
