/** How templates of a configuration, or of a unit, are distinguished from others before one is read. */
import type { Kind } from '../source.ts';

const engines = /\.(?:j2|jinja2?|erb|ctmpl|gotmpl|tmpl|tpl|tftpl|template)$/i;

/** Of other kinds of files, whatever is in them. */
const others =
  /\.(?:ya?ml|sh|bash|md|html?|markdown|py|rb|tf|xml|conf\.d|cfg|sql|php|env|defaults?|dockerfile|nomad|ps1|toml|ini|repo|upstart|init|cloud-init)\.\w+$|(?:^|[/_-])(?:user[-_]?data|cloud[-_]?init|install|setup|start|run|bootstrap)[^/]*$/i;

/** What an agent has and hardly anything else, with a value; or a command line in a unit. */
const option =
  /(?:^|[\s{,"])(?:bootstrap_expect|retry_join|start_join|data_dir|client_addr|bind_addr|advertise_addr|node_name|acl_datacenter|primary_datacenter|enable_script_checks|enable_local_script_checks|leave_on_terminate|rejoin_after_leave|encrypt|verify_incoming|raft_protocol|prometheus_retention_time|default_policy|services?|checks?|connect)"?\s*[=:{]/;
const command = /\bconsul\b[\s\S]{0,200}?\bagent\b|\bagent\b[\s\S]{0,400}?-config-(?:dir|file)/;

/** What it writes is in it, and is not what it is. */
const script = /^[^=#\n]*\b(?:cat|tee)\b[^\n]*<</m;

export const templateKind: Kind = {
  name: 'templates',
  mayBeNamed: (path) => engines.test(path) && !others.test(path),
  mayHold: (text) =>
    !text.startsWith('#!') &&
    !script.test(text) &&
    (option.test(text) || (/^\[Service\]/m.test(text) && command.test(text))),
  load: async () => (await import('./reader.ts')).readTemplate,
};
