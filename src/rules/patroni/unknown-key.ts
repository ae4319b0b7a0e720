import { distance } from 'fastest-levenshtein';
import { consulKeys, copiedKeys } from '../../subjects/patroni/files.ts';
import { storesOf } from '../../subjects/patroni/instance.ts';
import { rule } from '../rule.ts';

export const patroniUnknownKey = rule({
  id: 'patroni/unknown-key',
  scope: 'patroni',
  source: 'runtime',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'Patroni does not read a key of the section consul, or a variable.',
    rationale:
      'Patroni takes the keys that it knows from the section consul (dcs/consul.py) and ignores all others: ' +
      'with `hosts` or a misspelt `chekcs` it asks 127.0.0.1:8500 or has another session than what is written. Of its ' +
      'variables it reads those in config.py: ttl, loop_wait and retry_timeout belong to the cluster, not to a ' +
      'member, and PATRONI_CONSUL_SCHEME, which its documentation lists, is not read by Patroni 4.1.5.',
    bad: { 'patroni.yml': config('hosts') },
    good: { 'patroni.yml': config('host') },
  },
  run({ instance }, report) {
    if (storesOf(instance)[0]?.name !== 'consul') return;
    for (const { value } of instance.configs) {
      const section = value?.members.get('consul')?.value;
      for (const { name, key } of section?.kind === 'object' ? section.members.values() : []) {
        if (consulKeys.includes(name) || copiedKeys.includes(name) || /[{$<]/.test(name)) continue;
        const near = consulKeys.find((known) => distance(name.toLowerCase(), known) <= 2);
        report({
          at: key,
          message: `Patroni has no key consul.${name} and ignores it${near ? `; did you mean ${near}?` : '; remove it'}`,
        });
      }
    }
    for (const { name, at } of instance.environment) {
      const remedy = unread[name];
      if (remedy)
        report({ at, message: `Patroni does not read ${name}, so that it has no effect; ${remedy}` });
    }
  },
});

const ofCluster =
  'it is a setting of the whole cluster: write it in bootstrap.dcs for a new one, and change it by patronictl edit-config in a running one';

const unread: Readonly<Record<string, string>> = {
  PATRONI_TTL: ofCluster,
  PATRONI_LOOP_WAIT: ofCluster,
  PATRONI_RETRY_TIMEOUT: ofCluster,
  PATRONI_FAILSAFE_MODE: ofCluster,
  PATRONI_CONSUL_SCHEME: 'write PATRONI_CONSUL_URL=https://127.0.0.1:8501',
};

function config(key: string): string {
  return `scope: main\nname: pg1\nconsul:\n  ${key}: 127.0.0.1:8500\n  checks: []\n`;
}
