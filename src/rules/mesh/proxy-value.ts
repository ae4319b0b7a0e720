import { isOctal } from '../../model/grammar/encoding.ts';
import { each } from '../../model/value-path.ts';
import { withService } from '../forms/examples.ts';
import { ofServices } from '../forms/services.ts';
import { oneOf, quote } from '../message.ts';

/** Words that the agent checks on every service and sidecar, whatever its kind. */
const proxyWords: readonly {
  readonly option: string;
  readonly wants: string;
  readonly accepts: (text: string) => boolean;
}[] = [
  {
    option: 'proxy.mode',
    wants: oneOf(['transparent', 'direct']),
    accepts: (text) => ['transparent', 'direct', ''].includes(text),
  },
  ...['proxy.mesh_gateway.mode', 'proxy.upstreams[].mesh_gateway.mode'].map((option) => ({
    option,
    wants: oneOf(['none', 'local', 'remote']),
    accepts: (text: string) => ['none', 'local', 'remote', ''].includes(text),
  })),
  {
    option: 'proxy.upstreams[].local_bind_socket_mode',
    wants: 'permission bits in octal, such as "0660"',
    accepts: isOctal,
  },
];

export const meshProxyValue = ofServices({
  id: 'mesh/proxy-value',
  keys: proxyWords.map(({ option }) => option),
  sidecars: true,
  docs: {
    summary: 'A mode in the proxy of a service is unknown.',
    rationale:
      'proxy.mode must be transparent or direct, modes of mesh gateways none, local or remote, and ' +
      'local_bind_socket_mode an octal number. The agent checks them on every service, whatever its ' +
      'kind, and refuses the file otherwise.',
    bad: withService(`
      name = "web"
      proxy {
        mode = "Transparent"
      }
    `),
    good: withService(`
      name = "web"
      proxy {
        mode = "transparent"
      }
    `),
  },
  run: ({ value, path }, report) => {
    for (const { option, wants, accepts } of proxyWords) {
      each(value, option, (found, at) => {
        if (found.kind === 'string' && !accepts(found.value))
          report(at, `${path}.${at} must be ${wants}, not ${quote(found.value)}`);
      });
    }
  },
});
