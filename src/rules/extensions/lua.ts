import { textAt } from '../../model/value-path.ts';
import { withEntry } from '../forms/examples.ts';
import { directions, ofExtension, wordFault } from './support/extension.ts';

export const extensionsLua = ofExtension({
  id: 'extensions/lua',
  name: 'builtin/lua',
  docs: {
    summary: 'The extension lua has no script, or an unknown listener or proxy.',
    rationale:
      'Script is required, Listener must be inbound or outbound, and ProxyType connect-proxy or, from ' +
      '1.22 on, api-gateway. Keys are the names of Go fields; a snake_case key is ignored.',
    bad: withEntry(`
      kind = "service-defaults"
      name = "web"
      envoy_extensions {
        name = "builtin/lua"
        arguments {
          Script = "function envoy_on_request(handle) end"
        }
      }
    `),
    good: withEntry(`
      kind = "service-defaults"
      name = "web"
      envoy_extensions {
        name = "builtin/lua"
        arguments {
          Listener = "inbound"
          Script = "function envoy_on_request(handle) end"
        }
      }
    `),
  },
  takes: { fields: { ProxyType: 'text', Listener: 'text', Script: 'text' } },
  run: (args, report, { isAtLeast }) => {
    if (textAt(args, 'Script') === '')
      report('Script', 'is missing; write the Lua code that runs for each request');
    const proxies = isAtLeast('1.22') ? ['connect-proxy', 'api-gateway'] : ['connect-proxy'];
    wordFault(args, 'ProxyType', proxies, report, 'connect-proxy');
    wordFault(args, 'Listener', directions, report);
  },
});
