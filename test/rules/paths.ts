/** Paths of options, as findings and records of rules name them. */
import { findOption } from '../../src/options/lookup.ts';

/**
 * True for a path below an option that Consul has; a list may be named with or without its items. What an entry holds
 * depends on its kind, which is not in the path.
 */
export function isOptionPath(path: string): boolean {
  if (/^config_entries\.bootstrap\[\d*\]/.test(path) || path === 'ports.{}') return true;
  return findOption(path) !== undefined || findOption(path.replace(/\[\d*\]$/, '')) !== undefined;
}
