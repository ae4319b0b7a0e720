/** A role that makes an agent's configuration of variables, as its templates say. */
import type { Member } from '../../../text/tree/value.ts';

export type Variables = ReadonlyMap<string, Member>;

export type Conversion =
  /** Within quotes. */
  | 'text'
  /** Through the filter `bool`. */
  | 'bool'
  /** True where the variable is. */
  | 'truth'
  /** Without quotes. */
  | 'number'
  /** Through the filter `to_json`, or item by item. */
  | 'json';

export type RoleOption = readonly [
  variable: string,
  option: string,
  conversion: Conversion,
  /** The variable that has to be true. */
  where?: string,
];

export interface Role {
  /** As plays call it. */
  readonly called: RegExp;
  readonly options: readonly RoleOption[];
  /** Variables that it has and hardly another one. */
  readonly own: readonly string[];
  /** The variable whose members are options, which become a file of their own. */
  readonly mapping?: string;
  /** Whether a host with these variables, in these groups, is a server; undefined where that is not known. */
  readonly isServer: (variables: Variables, groups: readonly string[]) => boolean | undefined;
  /** The group of an inventory whose hosts get it; undefined where the role does not say. */
  readonly group?: (variables: Variables) => string;
}
