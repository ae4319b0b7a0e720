/** Secrets that a script gives as undefined, which is what a variable that is not set is. */
import { findOption, inherits } from '../options/lookup.ts';
import { memberPath } from '../util/text.ts';
import type { Issue } from './config-error.ts';
import { isObject } from './plain.ts';

const deepest = 200;

/**
 * Without them the files would be written without keys and tokens, over those that have them; so each is an error. Any other
 * option that is undefined counts as left out.
 *
 * @param given options of an agent, or an estate, whose options are below `config`
 */
export function unsetSecrets(given: unknown, path = '', depth = 0): readonly Issue[] {
  if (!isObject(given) || depth > deepest) return [];
  return Object.entries(given).flatMap(([name, value]): readonly Issue[] => {
    const inner = memberPath(path, name);
    if (value !== undefined) return unsetSecrets(value, inner, depth + 1);
    const option = inner.replace(/^(?:.*\.)?(?:server_|client_)?config\./, '').replace(/^extra\./, '');
    const found = findOption(option);
    return found && inherits.secret(found) ? [unset(option, inner)] : [];
  });
}

const unset = (path: string, property: string): Issue => ({
  rule: 'option/type',
  severity: 'error',
  message:
    `${path} is undefined, as a variable is that is not set: without it the files would lose the secret; leave the option ` +
    'out where there is to be none',
  path,
  property,
});
