/** The files of a machine on which `doctor --on-host` finds nothing; a file `host` says what systemd and the binary say of it. */
export const hostExample = {
  'etc/consul.d/consul.hcl': 'node_name = "srv1"\nserver = true\nbootstrap_expect = 3\n',
  'etc/systemd/system/consul.service':
    '[Unit]\nX-Consul-Version=1.20\n\n[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n\n[Install]\nWantedBy=multi-user.target\n',
} as const;
