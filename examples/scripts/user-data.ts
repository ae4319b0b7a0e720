/**
 * User data (cloud-init) for the machines of a cluster, as a Pulumi or CDK for Terraform program makes them, from an image
 * that has Consul. Prints what it would create:
 *
 *     npx tsx examples/scripts/user-data.ts
 */
import { cluster, type EstateSpec, type NodeInput, type OutFile, renderCluster } from 'consul-cfg';

/** What the program knows of each machine. The same record makes the machine and its configuration. */
interface Machine {
  readonly address: string;
  readonly zone: string;
}

const machines: Readonly<Record<string, Machine>> = {
  srv1: { address: '10.0.1.11', zone: 'eu-central-1a' },
  srv2: { address: '10.0.2.11', zone: 'eu-central-1b' },
  srv3: { address: '10.0.3.11', zone: 'eu-central-1c' },
};

const nodeOf = ({ address, zone }: Machine) =>
  ({ address, config: { node_meta: { zone } } }) satisfies NodeInput<'1.20'>;

const store: EstateSpec = cluster({
  consul: '1.20',
  profile: 'production',
  servers: Object.fromEntries(Object.entries(machines).map(([name, machine]) => [name, nodeOf(machine)])),
});

/** Whoever reads the metadata of a machine reads its user data: files with keys come from the secret store instead. */
function userData(files: readonly OutFile[], node: string): string {
  const own = files.filter(({ path, secret }) => path.startsWith(`${node}/`) && !secret);
  const secrets = '/etc/consul.d/10-secrets.json';
  const config = {
    users: ['default', { name: 'consul', system: true, shell: '/usr/sbin/nologin' }],
    write_files: own.map(({ path, mode, owner, content }) => ({
      path: path.slice(node.length),
      owner,
      permissions: `0${mode.toString(8)}`,
      content,
      // After users and packages: the owner exists only then.
      defer: true,
    })),
    runcmd: [
      'systemd-tmpfiles --create consul.conf',
      `aws secretsmanager get-secret-value --secret-id consul/${node} --query SecretString --output text | install -o root -g consul -m 0640 /dev/stdin ${secrets}`,
      'systemctl daemon-reload',
      'systemctl enable --now --no-block consul',
    ],
  };
  // JSON is YAML, and needs no library.
  return `#cloud-config\n${JSON.stringify(config, null, 2)}\n`;
}

/** EC2 takes 16 KB. */
const limit = 16 * 1024;

const files = renderCluster(store);
for (const [name, { address, zone }] of Object.entries(machines)) {
  const text = userData(files, name);
  if (Buffer.byteLength(text) > limit) throw new RangeError(`user data of ${name} is larger than 16 KB`);
  // Here a program of Pulumi has: new aws.ec2.Instance(name, { privateIp: address, availabilityZone: zone, userData: text })
  console.log(`# ${name} at ${address} in ${zone}\n${text}`);
}
