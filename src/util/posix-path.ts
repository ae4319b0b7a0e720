/**
 * Paths with slashes, as `node:path` has them on Linux, for the library where there is no Node: the build puts it in the
 * place of `node:path` wherever files are not those of the machine. The working directory is the root.
 */

export const sep = '/';

export const isAbsolute = (path: string): boolean => path.startsWith('/');

/** Without `.`, `..` and empty steps, as far as they can be left out. */
export function normalize(path: string): string {
  if (path === '') return '.';
  const steps = stepsOf(path, isAbsolute(path));
  const plain = steps.join('/') || (isAbsolute(path) ? '' : '.');
  const end = path.endsWith('/') && !(steps.length === 0 && isAbsolute(path)) ? '/' : '';
  return (isAbsolute(path) ? '/' : '') + plain + end;
}

function stepsOf(path: string, fromRoot: boolean): string[] {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (!fromRoot) steps.push('..');
  }
  return steps;
}

export function join(...parts: readonly string[]): string {
  const given = parts.filter((part) => part !== '');
  return given.length === 0 ? '.' : normalize(given.join('/'));
}

/** The absolute path, each part seen from the one before it. */
export function resolve(...parts: readonly string[]): string {
  const from = parts.findLastIndex(isAbsolute);
  const all = from < 0 ? parts : parts.slice(from);
  return `/${stepsOf(all.join('/'), true).join('/')}`;
}

export function relative(from: string, to: string): string {
  const [start, end] = [stepsOf(resolve(from), true), stepsOf(resolve(to), true)];
  const differs = start.findIndex((step, i) => step !== end[i]);
  const shared = differs < 0 ? start.length : differs;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/');
}

export function dirname(path: string): string {
  const whole = path.replace(/(?<=.)\/+$/, '');
  const slash = whole.lastIndexOf('/');
  if (slash < 0) return '.';
  if (slash === 0) return whole.startsWith('//') && whole.length > 1 ? '//' : '/';
  return slash === 1 && whole.startsWith('//') ? '//' : whole.slice(0, slash);
}

export function basename(path: string): string {
  const whole = path.replace(/\/+$/, '');
  return whole.slice(whole.lastIndexOf('/') + 1);
}

export function extname(path: string): string {
  const name = basename(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 || name === '..' ? '' : name.slice(dot);
}

export const posix = { basename, dirname, extname, isAbsolute, join, normalize, relative, resolve, sep };
