/** `init` for a cluster that does not exist yet: flags and answers become a commented manifest. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { lint } from '../../index.ts';
import { profileNames } from '../../schemas.ts';
import { readHosts } from '../input/hosts.ts';
import { CommandError, type ExitCode, exit, type Io, programName, usageError, writeData } from '../io.ts';
import { saveFile } from '../print/save.ts';
import { type Answers, type Given, readProfile, usual, withAddresses } from './answers.ts';
import { atTerminal, canAsk } from './ask.ts';
import { interview } from './interview.ts';
import { starterManifest } from './starter.ts';

export interface NewFlags {
  readonly servers?: string;
  readonly addresses?: string;
  readonly clients?: string;
  readonly datacenter?: string;
  readonly consul?: string;
  readonly profile?: string;
  readonly configFormat?: string;
  readonly out: string;
  readonly force?: boolean;
}

export async function newCluster(flags: NewFlags, io: Io): Promise<ExitCode> {
  refuseToReplace(flags, io);
  const given = givenBy(flags);
  const answers =
    given.servers === undefined && canAsk(io)
      ? await atTerminal(io, (ask) => interview(given, ask, wrongWith))
      : complete(given);
  const wrong = await wrongWith(answers);
  if (wrong !== undefined) throw usageError(wrong);
  const text = starterManifest(answers);
  if (flags.out === '-') writeData(io.stdout, text);
  else {
    saveFile(flags.out, text, flags.force === true, io);
    io.stdout.write(`wrote ${flags.out}\nnext: ${programName(io)} render ${flags.out} --out rendered\n`);
  }
  return exit.clean;
}

/** Before any question is asked. */
function refuseToReplace({ out, force }: NewFlags, io: Io): void {
  if (out === '-' || force === true || !existsSync(resolve(io.cwd, out))) return;
  throw new CommandError(`${out} exists; --force overwrites it, --out names another file`);
}

function givenBy({ servers, addresses, clients, profile, ...flags }: NewFlags): Given {
  const hosts = servers === undefined ? undefined : readHosts(servers);
  if (addresses !== undefined && !hosts) throw usageError('--addresses goes with --servers, in their order');
  return {
    consul: flags.consul,
    datacenter: flags.datacenter,
    profile: profile === undefined ? undefined : readProfile(profile),
    servers: hosts && addresses !== undefined ? withAddresses(hosts, addresses) : hosts,
    clients: clients === undefined ? undefined : readHosts(clients),
    format: flags.configFormat,
  };
}

function complete(given: Given): Answers {
  if (!given.servers?.length)
    throw usageError('name the servers: consul-cfg init --servers srv1,srv2,srv3 --consul 1.20');
  if (given.consul === undefined) throw usageError('name the release that the hosts run: --consul 1.20');
  const written = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...usual, ...written };
}

/** The first thing for which `render` would refuse the manifest. */
async function wrongWith(answers: Answers): Promise<string | undefined> {
  const strange = answers.profile.find((name) => !(profileNames as readonly string[]).includes(name));
  if (strange !== undefined) return `there is no profile ${strange}; there are ${profileNames.join(', ')}`;
  const names = [...answers.servers, ...answers.clients].map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) return `${twice} is listed twice; each node needs its own name`;
  const { findings } = await lint(starterManifest(answers));
  return findings.find(({ severity }) => severity === 'error')?.message;
}
