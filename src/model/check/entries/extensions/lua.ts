/** builtin/lua and builtin/aws/lambda: small extensions with few arguments. */
import { textAt } from '../../../select.ts';
import type { Check } from '../../check.ts';
import { directions, ofExtension, wordFault } from './extension.ts';

export const lua: Check = ofExtension({
  id: 'lua',
  name: 'builtin/lua',
  docs: 'Needs a Script and the Listener that it is for; since 1.22 it can run in API gateways as well.',
  takes: { fields: { ProxyType: 'text', Listener: 'text', Script: 'text' } },
  run: (args, say, { isAtLeast }) => {
    if (textAt(args, 'Script') === '') say('Script', 'is missing; the extension runs it for each request');
    const proxies = isAtLeast('1.22') ? ['connect-proxy', 'api-gateway'] : ['connect-proxy'];
    wordFault(args, 'ProxyType', proxies, say, 'connect-proxy');
    wordFault(args, 'Listener', directions, say);
  },
});

export const lambda: Check = ofExtension({
  id: 'lambda',
  name: 'builtin/aws/lambda',
  docs: 'Needs the ARN of the function.',
  takes: { fields: { ARN: 'text', PayloadPassthrough: 'truth', InvocationMode: 'text' } },
  run: (args, say) => {
    if (textAt(args, 'ARN') === '') say('ARN', 'is missing; it names the function to call');
  },
});
