import { parseDuration } from '../../../model/grammar/duration.ts';
import { isInt64 } from '../../../model/grammar/encoding.ts';
import { textAt } from '../../../model/value-path.ts';
/** Where an extension calls: an upstream service, or a port of the local host. */
import type { Value } from '../../../text/tree/value.ts';
import type { ReportKey } from '../../forms/entries.ts';
import { quote } from '../../message.ts';
import type { Fields, Shape } from './arguments.ts';
import { isGiven } from './extension.ts';

export const serviceName: Fields = { fields: { Name: 'text', Namespace: 'text', Partition: 'text' } };

const target: Fields = { fields: { Service: serviceName, URI: 'text', Timeout: 'text' } };

export const headers: Shape = { list: { fields: { Key: 'text', Value: 'text' } } };

export const grpcService: Fields = {
  fields: { Target: target, Authority: 'text', InitialMetadata: headers },
};

export const httpService = (more: Fields['fields']): Fields => ({ fields: { Target: target, ...more } });

/** `service` is the path of the object that holds the target. */
export function targetFaults(args: Value, service: string, report: ReportKey): void {
  const at = `${service}.Target`;
  if (!isGiven(args, at)) {
    report(at, 'is missing; name a Service or a URI');
    return;
  }
  const uri = textAt(args, `${at}.URI`);
  if ((uri !== '') === (textAt(args, `${at}.Service.Name`) !== ''))
    report(at, 'needs exactly one of Service (with its Name) and URI');
  if (uri !== '') uriFault(uri, `${at}.URI`, report);
  durationFault(args, `${at}.Timeout`, report);
}

const localHosts = ['localhost', '127.0.0.1', '::1'];

/** `host:port`, with or without a scheme before and the host left out; IPv6 without brackets. */
function uriFault(uri: string, at: string, report: ReportKey): void {
  const scheme = uri.indexOf('://');
  const text = scheme < 0 ? uri : uri.slice(scheme + 3);
  const colon = text.lastIndexOf(':');
  const port = text.slice(colon + 1);
  const isAddress = colon >= 0 && isInt64(port);
  if (!isAddress) report(at, `must be host:port, not ${quote(uri)}`);
  else if (colon > 0 && !localHosts.includes(text.slice(0, colon)))
    report(at, `must name the local host (${localHosts.join(', ')}); for another host, write a Service`);
}

export function durationFault(args: Value, key: string, report: ReportKey): void {
  const text = textAt(args, key);
  if (text !== '' && parseDuration(text) === undefined)
    report(key, `must be a duration such as "5s", not ${quote(text)}`);
}
