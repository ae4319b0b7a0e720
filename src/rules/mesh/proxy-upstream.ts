import { ofServices } from '../forms/services.ts';
import { upstreamFault, upstreamsOf } from './support/proxies.ts';

export const meshProxyUpstream = ofServices({
  id: 'mesh/proxy-upstream',
  keys: ['proxy.upstreams'],
  docs: {
    summary:
      'Each upstream names one destination, in a datacenter or a peer but not both, and one place to reach it at.',
  },
  run: ({ value, path, kind }, report) => {
    if (kind !== 'connect-proxy') return;
    for (const [i, upstream] of upstreamsOf(value).entries()) {
      const fault = upstreamFault(upstream);
      if (fault) report(`proxy.upstreams[${i}]`, `${path}.proxy.upstreams[${i}] ${fault}`);
    }
  },
});
