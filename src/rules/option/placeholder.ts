import { collectSetOptions } from '../../subjects/agent/set-options.ts';
import { spanOf } from '../../text/source/source.ts';
import { rule } from '../rule.ts';

export const placeholder = rule({
  id: 'option/placeholder',
  scope: 'file',
  source: 'runtime',
  severity: 'warning',
  supersedes: ['option/value', { source: 'consul', except: ['address/template'] }, { source: 'runtime' }],
  options: [],
  docs: {
    summary: 'A placeholder of a template or a guide is left in a value.',
    rationale:
      'Consul expands nothing but go-sockaddr templates in addresses: the agent reads $VAR, <IP> or __HOST__ ' +
      'literally. 33 public repositories contain some. A file that is a template should be linted after rendering.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "<PRIVATE_IP>"\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "{{ GetPrivateIP }}"\n' },
  },
  run({ value: root }, report) {
    if (!root) return;
    for (const { path, option, value } of collectSetOptions(root).scalars) {
      if (value.kind !== 'string' || isFreeText.test(path)) continue;
      const begun = value.value.slice(0, longest);
      const text = patterns.map((pattern) => pattern.exec(begun)?.[0]).find((match) => match !== undefined);
      if (text === undefined) continue;
      report({
        at: spanOf(value),
        path,
        message: `${option.secret ? 'a placeholder' : text} is left in ${path}, and Consul reads it literally; write the value, or fill in the template first`,
      });
    }
  },
});

/** Options whose values are commands, URLs and templates of other programs. */
const isFreeText =
  /^(services?|checks?|watches|config_entries|segments)\b|dashboard_url_templates|claim_assertions|^telemetry\./;

/** The patterns restart at every character, so only the beginning of a long value is searched. */
const longest = 2000;

const patterns: readonly RegExp[] = [
  /<[A-Za-z][\w .:-]*>/,
  /__[A-Za-z]\w*?__/,
  /\b(?:\d{1,3}\.|x{1,3}\.){1,3}x{1,3}\b/i,
  /\b(?:YOUR|MY|REPLACE|INSERT|ENTER)[_-][A-Z][\w-]*/,
  /\b(?:change|replace)[_-]?me\b/i,
  /\$\{[^}]*\}|\$[A-Za-z_]\w*/,
  // Jinja and similar; a go-sockaddr template begins with a function or a comment.
  /\{\{(?!-?\s*(?:Get|with|if|range|printf|print|"|\/\*|\.|\$))[^}]*\}\}/,
  /<%=?.*?%>|%%\w+%%|@@?\w+@@?(?![\w.])/,
];
