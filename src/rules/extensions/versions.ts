import { isInt64 } from '../../model/grammar/encoding.ts';
import { find, textAt } from '../../model/value-path.ts';
import { entriesOf } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { quote } from '../message.ts';
import { rule } from '../rule.ts';
import { extensionsOf } from './support/extension.ts';

/** hashicorp/go-version: operator and version; a pre-release may follow without a hyphen. */
const constraint =
  /^[\t\n\f\r ]*(?:(?:=|!=|>|<|>=|<=|~>)[\t\n\f\r ]*)?v?(\d+(?:\.\d+)*)(?:[A-Za-z~-][\dA-Za-z~-]*(?:\.[\dA-Za-z~-]+)*)?(?:\+[\dA-Za-z~-]+(?:\.[\dA-Za-z~-]+)*)?[\t\n\f\r ]*$/;

function isConstraint(text: string): boolean {
  return text.split(',').every((part) => {
    const numbers = constraint.exec(part)?.[1];
    return numbers?.split('.').every(isInt64) === true;
  });
}

export const extensionsVersions = rule({
  scope: 'agent',
  source: 'consul',
  id: 'extensions/versions',
  severity: 'error',
  options: ['ConsulVersion', 'EnvoyVersion', 'name'].map(
    (key) => `config_entries.bootstrap[].envoy_extensions[].${key}`,
  ),
  docs: {
    summary: 'An Envoy extension has no name, or an invalid version constraint.',
    rationale:
      'The agent refuses an extension without a name, and an EnvoyVersion or ConsulVersion that is not ' +
      'a list of constraints such as ">= 1.16.0, < 2". Neither key has a snake_case spelling.',
    bad: withEntry(`
      kind = "service-defaults"
      name = "web"
      envoy_extensions {
        name = "builtin/lua"
        EnvoyVersion = "1.27 or newer"
        arguments {
          Listener = "inbound"
          Script = "function envoy_on_request(handle) end"
        }
      }
    `),
    good: withEntry(`
      kind = "service-defaults"
      name = "web"
      envoy_extensions {
        name = "builtin/lua"
        EnvoyVersion = ">= 1.27"
        arguments {
          Listener = "inbound"
          Script = "function envoy_on_request(handle) end"
        }
      }
    `),
  },
  run: ({ agent }, report) => {
    for (const { extension, at } of extensionsOf(entriesOf(agent).entries)) {
      if (!find(extension, 'name')) {
        report({
          path: `${at}.name`,
          value: extension,
          message: `${at}.name is missing; write which extension it is, such as "builtin/lua"`,
        });
      }
      for (const key of ['ConsulVersion', 'EnvoyVersion']) {
        const text = textAt(extension, key);
        if (text === '' || isConstraint(text)) continue;
        const message = `${at}.${key} must be a version constraint such as ">= 1.16.0", not ${quote(text)}`;
        report({ path: `${at}.${key}`, value: find(extension, key) ?? extension, message });
      }
    }
  },
});
