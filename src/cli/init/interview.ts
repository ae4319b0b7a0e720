/** The few things that cannot be derived: asked where no flag gives them. */
import { consulReleases, manifestProfiles, newestConsulRelease } from '../../index.ts';
import { readHosts } from '../input/hosts.ts';
import { type Answers, type Given, readProfile } from './answers.ts';
import type { Ask } from './ask.ts';

/** What is wrong with answers so far; undefined where a manifest can be made of them. */
export type Validate = (answers: Answers) => Promise<string | undefined>;

export async function interview(given: Given, ask: Ask, validate: Validate): Promise<Answers> {
  let answers: Answers = {
    consul: given.consul ?? newestConsulRelease,
    datacenter: given.datacenter ?? 'dc1',
    profile: given.profile ?? [],
    servers: given.servers ?? [{ name: 'srv1', address: undefined }],
    clients: given.clients ?? [],
    format: given.format,
  };
  const put = async (key: keyof Answers, text: string, usual: string, read: (answer: string) => unknown) => {
    if (given[key] !== undefined) return;
    const withIt = (answer: string): Answers => ({ ...answers, [key]: read(answer) });
    const refuse = async (answer: string) =>
      answer === '' && key === 'servers' ? needed : validate(withIt(answer));
    answers = withIt(await ask({ text, usual, refuse }));
  };
  await put(
    'consul',
    `Consul release of the hosts (${consulReleases.at(0)} to ${consulReleases.at(-1)})`,
    newestConsulRelease,
    same,
  );
  await put('servers', 'Servers, as names or name=address: srv1=10.0.0.1, srv2=10.0.0.2, …', '', readHosts);
  await put('clients', 'Clients, if any: agents on the machines of your services', '', readHosts);
  await put('datacenter', 'Name of the datacenter', 'dc1', same);
  await put('profile', `What for? ${profileList}, or none`, 'production', readProfile);
  return answers;
}

const needed = 'name at least one server; three keep working when one of them fails';

const same = (answer: string): string => answer;

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const profileList = Object.entries(manifestProfiles)
  .map(([name, docs]) => `${name} (${lowerFirst(docs.split(':', 1)[0]!)})`)
  .join(', ');
