/** What is said of manifests and of the secrets that they refer to; errors stop a render. */
export const manifestRules: Readonly<Record<string, string>> = {
  'manifest/address':
    'The address of a node is an IP address, a host name or a go-sockaddr template: other nodes dial it, and it ' +
    'stands in their join lists.',
  'manifest/agent-token':
    'A client by auto_encrypt shows its agent token to be given a certificate, and does not come up without one.',
  'manifest/consul-version': 'A release that is not known: what its agents understand cannot be told.',
  'manifest/datacenter-name':
    'An agent takes letters, digits, dashes and underscores as the name of a datacenter, and lower-cases it.',
  'manifest/duplicate-node':
    'Two nodes of one name would write the same files, and Consul itself refuses the second member of a name.',
  'manifest/extends':
    'A manifest extends a file that is not there, that is no manifest, that extends the first again, or that is ' +
    'outside of the git repository (where there is none: the directory) of the manifests on the command line.',
  'manifest/federation':
    'Federation through mesh gateways needs the address of a gateway, and TLS: a gateway finds a server by the name in ' +
    'its certificate.',
  'manifest/firewall':
    'A firewall cannot be told who the cluster is: no network, an address that is not known, or too many of them.',
  'manifest/host-path': 'A path on the hosts is absolute and stays where it points: no `..`, no line breaks.',
  'manifest/invalid': 'The manifest is no YAML, or has a key or a value that no manifest has.',
  'manifest/literal-secret':
    'A secret is written into the manifest, which is committed and shown. Refer to an environment variable, a file ' +
    'or the output of a command instead.',
  'manifest/no-nodes': 'A manifest without servers and clients describes nothing that could be rendered.',
  'manifest/node-name':
    'The name of a node becomes a directory and a host name, so it is made of letters, digits and dashes.',
  'manifest/reference': 'A reference to a secret that says neither or more than one of where the secret is.',
  'manifest/replication-token':
    'A secondary datacenter copies tokens from the primary only with a token for it, here or set through the API.',
  'manifest/secret':
    'The secret that is referred to is not there, or is none: an empty file, an unset variable, a failed command, ' +
    'something that is no regular file, more than 1 MiB, or bytes that are not UTF-8.',
  'manifest/template':
    'A template that is not there, that is outside of the git repository (where there is none: the directory) of the ' +
    'manifest, that names what no template is given, or that would give a file where none may be.',
  'manifest/unknown-class': 'A node belongs to a class that the manifest does not describe.',
};

/** Those that stop nothing. */
export const manifestWarnings: ReadonlySet<string> = new Set(['manifest/replication-token']);
