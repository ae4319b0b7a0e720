/** ACL policies in files: what Consul refuses of them, and what it accepts without effect. */
import { distance } from 'fastest-levenshtein';
import type { Finding } from '../finding.ts';
import type { ConfigFile } from '../model/load/file.ts';
import { isPlaceholder } from '../subjects/agent/predicates.ts';
import {
  isAccess,
  isKnownResource,
  type PolicyRule,
  policyOf,
  resources,
} from '../subjects/policy/policy.ts';

export function lintPolicyFile(file: ConfigFile): readonly Finding[] {
  // Rules of a policy that have one key are all kept, also in JSON.
  const syntax = file.findings.filter(
    ({ rule }) => rule.startsWith('syntax/') && rule !== 'syntax/duplicate-key',
  );
  const unknown = [...(file.raw?.members.values() ?? [])].filter(
    ({ name }) => !isKnownResource(name.toLowerCase()),
  );
  return [
    ...syntax,
    ...unknown.map(({ name, key }): Finding => {
      const near = resources.find((known) => distance(name.toLowerCase(), known) <= 2);
      return {
        rule: 'acl/policy-file',
        severity: 'warning',
        message:
          `a policy has no rules for ${name}: Consul accepts it silently, and it grants nothing` +
          (near ? `; did you mean ${near}?` : ''),
        at: key,
      };
    }),
    ...policyOf(file).rules.flatMap(faultOf),
  ];
}

function faultOf({ resource, name, access, at }: PolicyRule): Finding[] {
  if (!isKnownResource(resource) || (access !== undefined && isPlaceholder(access))) return [];
  const what = name === undefined ? resource : `${resource} "${name}"`;
  const levels = /^key(?:_prefix)?$/.test(resource) ? 'read, write, list or deny' : 'read, write or deny';
  const isRight = access !== undefined && isAccess(access) && (access !== 'list' || levels.includes('list'));
  if (isRight) return [];
  return [
    {
      rule: 'acl/policy-file',
      severity: 'error',
      message:
        access === undefined
          ? `${what} has no policy, and Consul refuses the whole file; write policy = "write", "read" or "deny"`
          : `${what} has the policy "${access}", and Consul refuses the whole file; write ${levels}`,
      at,
    },
  ];
}
