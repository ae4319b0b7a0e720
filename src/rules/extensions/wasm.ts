import { parseDuration } from '../../model/grammar/duration.ts';
import { parseUrl } from '../../model/grammar/url.ts';
import { numberAt, textAt } from '../../model/value-path.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import type { ReportKey } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { quote } from '../message.ts';
import type { Fields } from './support/arguments.ts';
import { directions, ofExtension, wordFault } from './support/extension.ts';
import { durationFault, serviceName } from './support/target.ts';

const remote: Fields = {
  fields: {
    HttpURI: { fields: { Service: serviceName, URI: 'text', Timeout: 'text' } },
    SHA256: 'text',
    RetryPolicy: {
      fields: {
        RetryBackOff: { fields: { BaseInterval: 'text', MaxInterval: 'text' } },
        NumRetries: 'whole',
      },
    },
  },
};

const vm: Fields = {
  fields: {
    VmID: 'text',
    Runtime: 'text',
    Code: { fields: { Local: { fields: { Filename: 'text' } }, Remote: remote } },
    Configuration: 'text',
    EnvironmentVariables: { fields: { HostEnvKeys: { list: 'text' }, KeyValues: { map: 'text' } } },
  },
};

const plugin: Fields = {
  fields: {
    Name: 'text',
    RootID: 'text',
    VmConfig: vm,
    Configuration: 'text',
    CapabilityRestrictionConfiguration: { fields: { AllowedCapabilities: { map: 'any' } } },
  },
};

const code = 'PluginConfig.VmConfig.Code';

function remoteFaults(args: ObjectValue, report: ReportKey): void {
  const base = `${code}.Remote`;
  const uri = textAt(args, `${base}.HttpURI.URI`);
  if (textAt(args, `${base}.SHA256`) === '')
    report(`${base}.SHA256`, 'is missing; code that is fetched needs a checksum');
  if (!parseUrl(uri)) report(`${base}.HttpURI.URI`, `must be a URL, not ${quote(uri)}`);
  durationFault(args, `${base}.HttpURI.Timeout`, report);
  if ((numberAt(args, `${base}.RetryPolicy.NumRetries`) ?? 0) <= -1)
    report(`${base}.RetryPolicy.NumRetries`, 'must not be negative');
  pauseFaults(args, `${base}.RetryPolicy.RetryBackOff`, report);
}

function pauseFaults(args: ObjectValue, at: string, report: ReportKey): void {
  for (const key of ['BaseInterval', 'MaxInterval']) durationFault(args, `${at}.${key}`, report);
  const [first, longest] = ['BaseInterval', 'MaxInterval'].map((key) => {
    const text = textAt(args, `${at}.${key}`);
    return text === '' ? undefined : parseDuration(text);
  });
  if (first !== undefined && first <= 0n) report(`${at}.BaseInterval`, 'must be more than 0');
  if (longest !== undefined && longest < (first ?? 0n))
    report(`${at}.MaxInterval`, 'must not be shorter than BaseInterval, nor negative');
}

export const extensionsWasm = ofExtension({
  id: 'extensions/wasm',
  name: 'builtin/wasm',
  docs: {
    summary: 'Arguments of the extension wasm are incomplete or invalid.',
    rationale:
      'The agent needs the code from exactly one of Local, with its Filename, and Remote, with Service, ' +
      'URI and SHA256; ListenerType must be inbound or outbound and Runtime one that Envoy has. ' +
      'Durations and retries of Remote are checked too.',
    bad: withEntry(`
      kind = "service-defaults"
      name = "web"
      envoy_extensions {
        name = "builtin/wasm"
        arguments {
          Protocol = "http"
          ListenerType = "inbound"
          PluginConfig {
            VmConfig {
              Code {
                Local {
                  Path = "/etc/envoy/filter.wasm"
                }
              }
            }
          }
        }
      }
    `),
    good: withEntry(`
      kind = "service-defaults"
      name = "web"
      envoy_extensions {
        name = "builtin/wasm"
        arguments {
          Protocol = "http"
          ListenerType = "inbound"
          PluginConfig {
            VmConfig {
              Code {
                Local {
                  Filename = "/etc/envoy/filter.wasm"
                }
              }
            }
          }
        }
      }
    `),
  },
  takes: { fields: { Protocol: 'text', ProxyType: 'text', ListenerType: 'text', PluginConfig: plugin } },
  run: (args, report) => {
    wordFault(args, 'Protocol', ['tcp', 'http'], report);
    wordFault(args, 'ProxyType', ['connect-proxy'], report, 'connect-proxy');
    wordFault(args, 'ListenerType', directions, report);
    wordFault(args, 'PluginConfig.VmConfig.Runtime', ['v8', 'wamr', 'wavm', 'wasmtime'], report, 'v8');
    const isLocal = textAt(args, `${code}.Local.Filename`) !== '';
    const uri = `${code}.Remote.HttpURI`;
    const [service, address] = [textAt(args, `${uri}.Service.Name`), textAt(args, `${uri}.URI`)];
    const isRemote = service !== '' || address !== '';
    if (isLocal === isRemote)
      report(code, 'needs exactly one of Local (with its Filename) and Remote (with its HttpURI)');
    if (isLocal || !isRemote) return;
    if ((service === '') !== (address === '')) report(uri, 'needs both the Service and the URI');
    remoteFaults(args, report);
  },
});
