import { find, itemsAt, textAt } from '../../model/value-path.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import type { Say } from '../forms/entries.ts';
import type { Fields } from './support/arguments.ts';
import { messageOf, patchFault } from './support/envoy.ts';
import { directions, type ExtensionContext, ofExtension, wordFault } from './support/extension.ts';
import { serviceName } from './support/target.ts';

const patch: Fields = {
  fields: {
    ResourceFilter: {
      fields: { ResourceType: 'text', TrafficDirection: 'text', Services: { list: serviceName } },
    },
    Op: 'text',
    Path: 'text',
    Value: 'any',
  },
};

const resources: Readonly<Record<string, string>> = {
  cluster: 'envoy.config.cluster.v3.Cluster',
  'cluster-load-assignment': 'envoy.config.endpoint.v3.ClusterLoadAssignment',
  listener: 'envoy.config.listener.v3.Listener',
  route: 'envoy.config.route.v3.RouteConfiguration',
};

function filterFaults(args: ObjectValue, at: string, say: Say): void {
  wordFault(args, `${at}.ResourceType`, Object.keys(resources), say);
  wordFault(args, `${at}.TrafficDirection`, directions, say);
  const services = itemsAt(args, `${at}.Services`);
  if (services.length > 0 && textAt(args, `${at}.TrafficDirection`) === 'inbound')
    say(`${at}.Services`, 'is for the direction outbound only');
  for (const [i] of services.entries()) {
    if (textAt(args, `${at}.Services[${i}].Name`) === '') say(`${at}.Services[${i}].Name`, 'is missing');
  }
}

function operationFaults(args: ObjectValue, at: string, say: Say, context: ExtensionContext): void {
  wordFault(args, `${at}.Op`, ['add', 'remove'], say);
  const adds = textAt(args, `${at}.Op`) === 'add';
  const value = find(args, `${at}.Value`);
  if (adds && !value) say(`${at}.Value`, 'is missing; `add` needs it, `remove` unsets a field');
  if (!adds && value) say(`${at}.Value`, 'is only for the operation `add`');
  const resource = textAt(args, `${at}.ResourceFilter.ResourceType`);
  const root = Object.hasOwn(resources, resource) ? resources[resource] : undefined;
  if (root === undefined) return;
  const fault = patchFault(
    { path: textAt(args, `${at}.Path`), value: adds ? value : undefined },
    messageOf(root),
    context,
  );
  if (fault) say(`${at}.${fault.on}`, fault.message);
}

export const extensionsPropertyOverride = ofExtension({
  id: 'extensions/property-override',
  name: 'builtin/property-override',
  lenient: true,
  docs: {
    summary:
      'Patches name the resources that they are for, what they do, and a field of Envoy’s that takes the value.',
  },
  takes: { fields: { Patches: { list: patch }, Debug: 'truth', ProxyType: 'text' } },
  run: (args, say, context) => {
    wordFault(args, 'ProxyType', ['connect-proxy'], say, 'connect-proxy');
    const patches = itemsAt(args, 'Patches');
    if (patches.length === 0) say('Patches', 'is empty; without a patch the extension does nothing');
    for (const [i] of patches.entries()) {
      filterFaults(args, `Patches[${i}].ResourceFilter`, say);
      operationFaults(args, `Patches[${i}]`, say, context);
    }
  },
});
