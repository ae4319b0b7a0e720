import { parseDuration } from '../../model/grammar/duration.ts';
import { parseUrl } from '../../model/grammar/url.ts';
import { numberAt, textAt } from '../../model/value-path.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import type { Say } from '../forms/entries.ts';
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

function remoteFaults(args: ObjectValue, say: Say): void {
  const base = `${code}.Remote`;
  const uri = textAt(args, `${base}.HttpURI.URI`);
  if (textAt(args, `${base}.SHA256`) === '')
    say(`${base}.SHA256`, 'is missing; code from elsewhere needs it');
  if (!parseUrl(uri)) say(`${base}.HttpURI.URI`, `must be a URL, not ${quote(uri)}`);
  durationFault(args, `${base}.HttpURI.Timeout`, say);
  if ((numberAt(args, `${base}.RetryPolicy.NumRetries`) ?? 0) <= -1)
    say(`${base}.RetryPolicy.NumRetries`, 'must not be negative');
  pauseFaults(args, `${base}.RetryPolicy.RetryBackOff`, say);
}

function pauseFaults(args: ObjectValue, at: string, say: Say): void {
  for (const key of ['BaseInterval', 'MaxInterval']) durationFault(args, `${at}.${key}`, say);
  const [first, longest] = ['BaseInterval', 'MaxInterval'].map((key) => {
    const text = textAt(args, `${at}.${key}`);
    return text === '' ? undefined : parseDuration(text);
  });
  if (first !== undefined && first <= 0n) say(`${at}.BaseInterval`, 'must be more than 0');
  if (longest !== undefined && longest < (first ?? 0n))
    say(`${at}.MaxInterval`, 'must not be shorter than BaseInterval, nor negative');
}

export const extensionsWasm = ofExtension({
  id: 'extensions/wasm',
  name: 'builtin/wasm',
  docs: {
    summary:
      'Needs the module’s code, from a file or, with its checksum, from a service, and the listener it is for.',
  },
  takes: { fields: { Protocol: 'text', ProxyType: 'text', ListenerType: 'text', PluginConfig: plugin } },
  run: (args, say) => {
    wordFault(args, 'Protocol', ['tcp', 'http'], say);
    wordFault(args, 'ProxyType', ['connect-proxy'], say, 'connect-proxy');
    wordFault(args, 'ListenerType', directions, say);
    wordFault(args, 'PluginConfig.VmConfig.Runtime', ['v8', 'wamr', 'wavm', 'wasmtime'], say, 'v8');
    const isLocal = textAt(args, `${code}.Local.Filename`) !== '';
    const uri = `${code}.Remote.HttpURI`;
    const [service, address] = [textAt(args, `${uri}.Service.Name`), textAt(args, `${uri}.URI`)];
    if (isLocal === (service !== '' || address !== ''))
      say(code, 'needs exactly one of Local (with its Filename) and Remote (with its HttpURI)');
    if (isLocal) return;
    if ((service === '') !== (address === '')) say(uri, 'needs both the Service and the URI');
    remoteFaults(args, say);
  },
});
