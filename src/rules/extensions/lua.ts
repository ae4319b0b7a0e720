import { textAt } from '../../model/value-path.ts';
import { directions, ofExtension, wordFault } from './support/extension.ts';

export const extensionsLua = ofExtension({
  id: 'extensions/lua',
  name: 'builtin/lua',
  docs: {
    summary: 'Needs a Script and the Listener that it is for; since 1.22 it can run in API gateways as well.',
  },
  takes: { fields: { ProxyType: 'text', Listener: 'text', Script: 'text' } },
  run: (args, say, { isAtLeast }) => {
    if (textAt(args, 'Script') === '') say('Script', 'is missing; the extension runs it for each request');
    const proxies = isAtLeast('1.22') ? ['connect-proxy', 'api-gateway'] : ['connect-proxy'];
    wordFault(args, 'ProxyType', proxies, say, 'connect-proxy');
    wordFault(args, 'Listener', directions, say);
  },
});
