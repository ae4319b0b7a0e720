/**
 * The part of the unit in HashiCorp's packages for Debian and Red Hat that still applies under the rendered drop-in: lint
 * checks both together. Type and the condition, which the drop-in sets, are left out.
 */
export const packagedUnitPath = '/usr/lib/systemd/system/consul.service';

export const packagedUnit = `[Unit]
Requires=network-online.target
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
