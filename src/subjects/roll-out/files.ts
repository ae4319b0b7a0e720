/** What takes up a file of a host that is not the configuration of its agent. */

interface Taker {
  readonly paths: RegExp;
  readonly asks: string;
}

/** The first that fits. */
const takers: readonly Taker[] = [
  { paths: /^\/etc\/consul\.d\//, asks: '' },
  { paths: /^\/etc\/systemd\/system\/consul\.service/, asks: 'systemctl daemon-reload' },
  {
    paths: /^\/etc\/systemd\/system\/patroni/,
    asks: 'systemctl daemon-reload; Patroni runs by it from its next start on',
  },
  { paths: /^\/etc\/systemd\/system\//, asks: 'systemctl daemon-reload, and a restart of that unit' },
  { paths: /^\/etc\/patroni\//, asks: 'patronictl reload' },
  { paths: /^\/etc\/sysusers\.d\//, asks: 'systemd-sysusers consul.conf' },
  { paths: /^\/etc\/tmpfiles\.d\//, asks: 'systemd-tmpfiles --create consul.conf' },
  { paths: /^\/etc\/nftables\.d\//, asks: 'nft -f /etc/nftables.d/consul.nft' },
  { paths: /^\/etc\/firewalld\//, asks: 'firewall-cmd --reload' },
];

/** Undefined for a file of the agent; for one of a template only who wrote that knows. */
export function takenUpBy(path: string): string | undefined {
  const found = takers.find(({ paths }) => paths.test(path));
  if (!found) return 'what reads it';
  return found.asks === '' ? undefined : found.asks;
}
