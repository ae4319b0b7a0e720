/**
 * The unit that packages of Consul ship, as far as it concerns a drop-in: what is judged when only a drop-in is rendered.
 * Its content was read from the packages of HashiCorp for Debian and Red Hat.
 */
export const packagedUnitPath = '/usr/lib/systemd/system/consul.service';

export const packagedUnit = `[Unit]
Wants=network-online.target
After=network-online.target

[Service]
EnvironmentFile=-/etc/consul.d/consul.env
User=consul
Group=consul
ExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d/
ExecReload=/bin/kill --signal HUP $MAINPID
KillMode=process
KillSignal=SIGTERM
Restart=on-failure
LimitNOFILE=65536

[Install]
WantedBy=multi-user.target
`;
