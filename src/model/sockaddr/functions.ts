/**
 * The functions of an agent's templates: Go's own and those of go-sockaddr. What they yield of a host is not known
 * here, but what they refuse whatever the host is.
 */

import { own } from '../../util/collections.ts';
import { TemplateError } from './ast.ts';
import { builtIns, takes } from './go-functions.ts';
import type { HostInterface } from './interfaces.ts';
import { onHost } from './on-host.ts';
import { type Parameter, sockaddr } from './sockaddr.ts';
import { type Result, unknown, type Value } from './values.ts';

export const isFunction = (name: string): boolean =>
  Object.hasOwn(sockaddr, name) || Object.hasOwn(builtIns, name);

export function call(name: string, args: readonly Value[], interfaces?: readonly HostInterface[]): Result {
  const signature = own(sockaddr, name);
  if (signature) {
    if (args.length !== signature.takes.length) {
      throw new TemplateError(`${name} takes ${signature.takes.length} arguments, not ${args.length}`);
    }
    for (const [i, parameter] of signature.takes.entries()) checkType(name, parameter, args[i] ?? unknown);
    const result = signature.run(args);
    return (interfaces && onHost(name, args, interfaces)) ?? result;
  }
  if (!takes(name, args.length)) throw new TemplateError(`wrong number of arguments for ${name}`);
  return builtIns[name]?.(args) ?? unknown;
}

function checkType(name: string, parameter: Parameter, value: Value): void {
  if (parameter === 'any' || value.type === 'unknown') return;
  const type = parameter === 'int' || parameter === 'uint' ? 'number' : parameter;
  const negative = parameter === 'uint' && value.type === 'number' && value.value < 0;
  const fraction = type === 'number' && value.type === 'number' && !value.integer;
  if (value.type !== type || negative || fraction)
    throw new TemplateError(`${name} does not take such a value`);
}
