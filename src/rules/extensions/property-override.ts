import { find, itemsAt, textAt } from '../../model/value-path.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import { own } from '../../util/collections.ts';
import type { ReportKey } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
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

function filterFaults(args: ObjectValue, at: string, report: ReportKey): void {
  wordFault(args, `${at}.ResourceType`, Object.keys(resources), report);
  wordFault(args, `${at}.TrafficDirection`, directions, report);
  const services = itemsAt(args, `${at}.Services`);
  if (services.length > 0 && textAt(args, `${at}.TrafficDirection`) === 'inbound')
    report(`${at}.Services`, 'is only for the direction "outbound"; remove it, or change TrafficDirection');
  for (const [i] of services.entries()) {
    if (textAt(args, `${at}.Services[${i}].Name`) === '') report(`${at}.Services[${i}].Name`, 'is missing');
  }
}

function operationFaults(args: ObjectValue, at: string, report: ReportKey, context: ExtensionContext): void {
  wordFault(args, `${at}.Op`, ['add', 'remove'], report);
  const adds = textAt(args, `${at}.Op`) === 'add';
  const value = find(args, `${at}.Value`);
  if (adds && !value) report(`${at}.Value`, 'is missing; "add" needs it. To unset a field, write "remove"');
  if (textAt(args, `${at}.Op`) === 'remove' && value)
    report(`${at}.Value`, 'is only for the operation "add"; remove it');
  const resource = textAt(args, `${at}.ResourceFilter.ResourceType`);
  const root = own(resources, resource);
  if (root === undefined) return;
  const fault = patchFault(
    { path: textAt(args, `${at}.Path`), value: adds ? value : undefined },
    messageOf(root),
    context,
  );
  if (fault) report(`${at}.${fault.on}`, fault.message);
}

export const extensionsPropertyOverride = ofExtension({
  id: 'extensions/property-override',
  name: 'builtin/property-override',
  lenient: true,
  docs: {
    summary: 'A patch of the extension property-override is incomplete, or does not fit the field.',
    rationale:
      'Each patch needs a ResourceFilter, an operation, and a path to a field of that Envoy message; ' +
      'add needs a value of its type, remove has none. The agent compares paths with the messages of ' +
      'the Envoy API that it is built with.',
    bad: withEntry(`
      kind = "service-defaults"
      name = "web"
      envoy_extensions {
        name = "builtin/property-override"
        arguments {
          Patches {
            ResourceFilter {
              ResourceType = "cluster"
              TrafficDirection = "outbound"
            }
            Op = "add"
            Path = "/respect_dns_ttl"
            Value = "yes"
          }
        }
      }
    `),
    good: withEntry(`
      kind = "service-defaults"
      name = "web"
      envoy_extensions {
        name = "builtin/property-override"
        arguments {
          Patches {
            ResourceFilter {
              ResourceType = "cluster"
              TrafficDirection = "outbound"
            }
            Op = "add"
            Path = "/respect_dns_ttl"
            Value = true
          }
        }
      }
    `),
  },
  takes: { fields: { Patches: { list: patch }, Debug: 'truth', ProxyType: 'text' } },
  run: (args, report, context) => {
    wordFault(args, 'ProxyType', ['connect-proxy'], report, 'connect-proxy');
    const patches = itemsAt(args, 'Patches');
    if (patches.length === 0) report('Patches', 'is empty; write at least one patch');
    for (const [i] of patches.entries()) {
      filterFaults(args, `Patches[${i}].ResourceFilter`, report);
      operationFaults(args, `Patches[${i}]`, report, context);
    }
  },
});
