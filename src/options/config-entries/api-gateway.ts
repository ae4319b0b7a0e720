/** api-gateway, its certificates, and the entries that its controller writes. */
import { filePath } from '../grammars/names.ts';
import { hostname, requiredPort } from '../grammars/network.ts';
import { envoyCipherSuite, pem, tlsVersion } from '../grammars/secrets.ts';
import { timestamp } from '../grammars/time.ts';
import { type Kind, list, map, string, words } from '../kinds.ts';
import { option, section } from '../option.ts';
import { base, count, entryBlock, fields, named } from './common.ts';
import { jwtOfGateways } from './service-intentions.ts';

/** References to other entries. */
export function references(name: string, kinds: Kind): Kind {
  const reference = section(() =>
    fields({
      kind: option(kinds, 'Kind of the entry.'),
      name: option(string, 'Name of the entry; required.'),
      SectionName: option(string, 'Part of it, such as a listener.'),
      namespace: option(string, 'Namespace of the entry.', { enterprise: 'unknown' }),
      partition: option(string, 'Admin partition of the entry.', { enterprise: 'unknown' }),
    }),
  );
  return list(entryBlock(name, reference));
}

const resource = section(() =>
  fields({
    kind: option(string, 'Kind of the entry.'),
    name: option(string, 'Name of the entry.'),
    SectionName: option(string, 'Part of it.'),
  }),
);

const condition = section(() =>
  fields({
    type: option(string, 'What the condition is about.'),
    status: option(string, 'Whether it holds.'),
    reason: option(string, 'Why, for programs.'),
    message: option(string, 'Why, for people.'),
    resource: option(entryBlock('StatusResource', resource), 'Entry that it is about.'),
    LastTransitionTime: option(timestamp, 'When it last changed.'),
  }),
);

const statusSection = section(() =>
  fields({
    conditions: option(
      list(entryBlock('StatusCondition', condition)),
      'Conditions that the controller found.',
    ),
  }),
);

/** Written by the controllers only. */
export const status = section(() =>
  fields({
    status: option(entryBlock('Status', statusSection), 'State of the entry.', { internal: true }),
  }),
);

const certificateKinds = words(['inline-certificate', 'file-system-certificate'], {
  valuesSince: { 'file-system-certificate': '1.19' },
  orEmpty: true,
  refusedBy: 'validate',
});
const certificates = references('CertificateReference', certificateKinds);

const listenerTls = section(() =>
  fields({
    certificates: option(certificates, 'Certificates that are served.'),
    MinVersion: option(tlsVersion, 'Oldest version of TLS that is accepted.'),
    MaxVersion: option(tlsVersion, 'Newest version of TLS that is accepted.'),
    CipherSuites: option(list(envoyCipherSuite), 'Cipher suites for TLS 1.2.'),
  }),
);

const policy = section(() =>
  fields({
    jwt: option(jwtOfGateways, 'Tokens that requests must carry.'),
  }),
);
const policyBlock = entryBlock('GatewayPolicy', policy);

const listener = section(() =>
  fields({
    name: option(string, 'Name of the listener: letters, digits and dashes.'),
    port: option(requiredPort, 'Port that it listens on.'),
    protocol: option(words(['http', 'tcp'], { anyCase: true, refusedBy: 'validate' }), 'Its protocol.'),
    hostname: option(hostname, 'Host name that it serves, for `http`; a wildcard only as the first label.'),
    tls: option(entryBlock('ApiGatewayTls', listenerTls), 'Certificates and TLS versions of the listener.'),
    default: option(policyBlock, 'Policy for routes that have none.', { since: '1.17' }),
    override: option(policyBlock, 'Policy that holds whatever the routes say.', { since: '1.17' }),
    MaxRequestHeadersKB: option(count, 'Size that the headers of a request may have, in KiB.', {
      since: '1.21.5',
    }),
  }),
);

export const apiGateway = section(() => ({
  ...named('Gateway that the entry is for.'),
  ...fields({
    listeners: option(
      list(entryBlock('ApiGatewayListener', listener)),
      'What the gateway listens on; at least one.',
    ),
  }),
  ...status(),
  ...base(),
}));

const boundCertificates = references(
  'BoundCertificateReference',
  words(['inline-certificate'], { refusedBy: 'validate' }),
);

const boundListener = section(() =>
  fields({
    name: option(string, 'Name of the listener.'),
    routes: option(
      references('RouteReference', words(['http-route', 'tcp-route'], { refusedBy: 'validate' })),
      'Routes that are bound to it.',
    ),
    certificates: option(boundCertificates, 'Certificates that are bound to it.'),
  }),
);

export const boundApiGateway = section(() => ({
  ...named('Gateway that the entry is for.'),
  ...fields({
    listeners: option(
      list(entryBlock('BoundListener', boundListener)),
      'Listeners, with what is bound to them.',
      {
        internal: true,
      },
    ),
    services: option(map(references('ServiceReference', string)), 'Services that its routes lead to.', {
      internal: true,
    }),
  }),
  ...base(),
}));

export const inlineCertificate = section(() => ({
  ...named('Name that listeners refer to.'),
  ...fields({
    certificate: option(pem, 'The certificate, in PEM.'),
    PrivateKey: option(pem, 'Its private key, in PEM; RSA keys have 2048 bits or more.', { secret: true }),
  }),
  ...base(),
}));

export const fileSystemCertificate = section(() => ({
  ...named('Name that listeners refer to.'),
  ...fields({
    certificate: option(filePath, 'File of the certificate, on the gateway’s host.'),
    PrivateKey: option(filePath, 'File of its private key, on the gateway’s host.'),
  }),
  ...base(),
}));
