/** Directories in which nothing of the reader's own can be: hidden ones, those of package managers, Go modules of others. */

interface Entry {
  readonly name: string;
  readonly kind: string;
  readonly symlink?: boolean | undefined;
}

/** True for a directory to look into. Below `vendor`, Go keeps the modules of others by their hosts: `github.com`, `k8s.io`. */
export const isSearched = (parent: string, { name, kind, symlink }: Entry): boolean =>
  kind === 'directory' &&
  !symlink &&
  !/^\.|^node_modules$/.test(name) &&
  !(/(?:^|\/)vendor\/?$/.test(parent) && /^[\w-]+(?:\.[\w-]+)*\.[a-z]+$/.test(name));
