/** The PostgreSQL on a host of the lab. */
import type { Lab } from '../lab/lab.ts';
import type { Setup } from './setup.ts';

export const socketFile = (lab: Lab, host: string): string => `${lab.share(host)}/.s.PGSQL.5432`;

/** Creates the table that the samples write to. */
export const createTable = (lab: Lab, setup: Setup, host: string): Promise<string> =>
  lab.run(
    host,
    `runuser -u postgres -- ${setup.postgres}/psql -c 'create table if not exists drill (at timestamptz default now())'`,
  );
