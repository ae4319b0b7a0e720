/** From which release on an agent can read a text at least, by the options in it (CHANGELOG.md of Consul). */
import { compareVersions } from './versions.ts';

const introduced: Readonly<Record<string, string>> = {
  node_meta: '0.7.3',
  disable_host_node_id: '0.8.1',
  http_config: '0.8.5',
  connect: '1.2',
  primary_datacenter: '1.4',
  default_policy: '1.4',
  enable_token_persistence: '1.4',
  auto_encrypt: '1.5',
  config_entries: '1.5',
  enable_central_service_config: '1.5',
  auto_config: '1.8',
  ui_config: '1.9',
  initial_management: '1.11',
  tls: '1.12',
  peering: '1.13',
  grpc_tls: '1.14',
};

const oldest = '0.1';

export function neededBy(text: string): string {
  let needed = oldest;
  for (const [option, release] of Object.entries(introduced)) {
    const isWritten = new RegExp(`(?:^|[\\s{,;"])${option}"?\\s*[=:{]`).test(text);
    if (isWritten && compareVersions(release, needed) > 0) needed = release;
  }
  return needed;
}
