/**
 * A module of Node; undefined where this does not run in Node, as in a browser. Without an import, so that a bundler for
 * browsers has nothing to resolve.
 */
export const builtin = <Module>(name: string): Module | undefined =>
  globalThis.process?.getBuiltinModule?.(name) as Module | undefined;
