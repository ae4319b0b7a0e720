/** The state of a unit as systemd has it. */
import { posix } from 'node:path';
import type { Unit } from '../../../subjects/unit/unit.ts';

export interface Service {
  /** `consul.service`. */
  readonly name: string;
  /** `loaded`, `not-found`, `masked`, `bad-setting`, `error`. */
  readonly load: string;
  /** `active`, `reloading`, `inactive`, `failed`, `activating`, `deactivating`. */
  readonly active: string;
  readonly sub: string;
  /** `enabled`, `disabled`, `static`; empty for a unit without a file. */
  readonly enabled: string;
  readonly result: string;
  readonly status: string;
  readonly restarts: string;
  /** Files of the unit were changed since systemd read them. */
  readonly isStale: boolean;
  /** 0 where nothing runs. */
  readonly pid: number;
  /** Milliseconds since 1970, as are others; undefined where it was not started. */
  readonly started: number | undefined;
  /** When it last became what it is; a reload by systemd counts. */
  readonly since: number | undefined;
  /** The file that systemd has read. */
  readonly file: string;
}

/** What is asked of systemd. */
export const properties: readonly string[] = [
  'LoadState',
  'ActiveState',
  'SubState',
  'UnitFileState',
  'Result',
  'ExecMainStatus',
  'NRestarts',
  'NeedDaemonReload',
  'MainPID',
  'ExecMainStartTimestamp',
  'StateChangeTimestamp',
  'FragmentPath',
];

/** Undefined for units without a name of their own, such as templates. */
export function serviceName({ texts: [first] }: Unit): string | undefined {
  const name = posix.basename(first?.source.file ?? '');
  return /^[\w:.\\-]+(?:@[\w:.\\-]+)?\.service$/.test(name) ? name : undefined;
}

export function serviceOf(name: string, found: ReadonlyMap<string, string>): Service {
  const get = (key: string): string => found.get(key) ?? '';
  return {
    name,
    load: get('LoadState'),
    active: get('ActiveState'),
    sub: get('SubState'),
    enabled: get('UnitFileState'),
    result: get('Result'),
    status: get('ExecMainStatus'),
    restarts: get('NRestarts'),
    isStale: get('NeedDaemonReload') === 'yes',
    pid: Number(get('MainPID')) || 0,
    started: momentOf(get('ExecMainStartTimestamp')),
    since: momentOf(get('StateChangeTimestamp')),
    file: get('FragmentPath'),
  };
}

/** `Mon 2026-11-30 22:15:26 UTC`, in whole seconds. */
function momentOf(text: string): number | undefined {
  const [, day, time] = /(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC$/.exec(text) ?? [];
  return day === undefined ? undefined : Date.parse(`${day}T${time}Z`);
}

export const isRunning = ({ active, pid }: Service): boolean =>
  /^(?:active|reloading)$/.test(active) && pid > 0;

/** `2026-11-30 22:15:26 UTC`. */
export const timeText = (moment: number): string =>
  `${new Date(moment).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
