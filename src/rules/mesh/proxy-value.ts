import { isOctal } from '../../model/grammar/encoding.ts';
import { each } from '../../model/value-path.ts';
import { ofServices } from '../forms/services.ts';
import { oneOf, quote } from '../message.ts';

/** Words that are checked on every service and sidecar, whatever its kind. */
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
    summary:
      'Modes of proxies and gateways are a few words, modes of sockets octal numbers. Checked on every service, whatever its kind.',
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
