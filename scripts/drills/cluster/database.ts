/** Patroni and PostgreSQL on a host of the lab, with the files that were rendered for them. */
import type { Lab } from '../lab/lab.ts';
import type { Setup } from './setup.ts';

/** Puts `patronictl` into the path of root, as a package would. */
export const installDatabase = (lab: Lab, setup: Setup, host: string): Promise<string> =>
  lab.run(
    host,
    `ln -sfn ${setup.patroni}/patronictl /usr/local/bin/patronictl && systemctl enable patroni && chgrp postgres /etc/patroni/passwords.yml && chmod 640 /etc/patroni/passwords.yml`,
  );

export const socketFile = (lab: Lab, host: string): string => `${lab.share(host)}/.s.PGSQL.5432`;

/** Creates the table that the samples write to. */
export const createTable = (lab: Lab, setup: Setup, host: string): Promise<string> =>
  lab.run(
    host,
    `runuser -u postgres -- ${setup.postgres}/psql -c 'create table if not exists drill (at timestamptz default now())'`,
  );
