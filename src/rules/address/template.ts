import type { Host } from '../../model/load/host.ts';
import { expand, listAdvice, listed } from '../../model/sockaddr/expand.ts';
import { each } from '../../model/value-path.ts';
import { type AgentReport, rule } from '../rule.ts';
import { expanded, isRead, listening, single } from './support/address-options.ts';

function reportTemplate(text: string, path: string, host: Host, report: AgentReport): void {
  if (!text.includes('{{')) return;
  const expansion = expand(text, host.interfaces);
  if (expansion.kind === 'error')
    report({
      path,
      message: `${path} has a template that the agent cannot evaluate, so it refuses its configuration: ${expansion.message}`,
    });
  // Lists of hosts take any text, so that only the running agent fails: address/template-list and join/invalid-entry.
  else if (expansion.kind === 'list' && !path.endsWith(']'))
    report({
      path,
      message: `${path} has a template that ${listed}, and the agent refuses that on every host; ${listAdvice}`,
    });
  else if (expansion.kind === 'unknown') {
    report({
      path,
      info: true,
      message: `${path} has a template whose value depends on the host; it is assumed to be what is needed here`,
    });
  }
}

export const addressTemplate = rule({
  scope: 'agent',
  source: 'consul',
  id: 'address/template',
  severity: { default: 'error', info: 'where the value depends on the host' },
  supersedes: ['security/open-http'],
  options: ['bind_addr', 'client_addr', ...single, ...listening, ...expanded],
  docs: {
    summary: 'A go-sockaddr template in an address cannot be evaluated.',
    rationale:
      'The agent evaluates templates when it loads its configuration, and refuses syntax errors, ' +
      'unknown functions and arguments that a function does not accept. A template that ends in interfaces, such as ' +
      'GetPrivateInterfaces or a list that include, sort or limit made of them, prints all their properties in brackets, ' +
      'or `[]`, which is never an address (1.16, 1.20 and 1.23).',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "{{ GetInterfaceIp \\"eth0\\" }}"\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "{{ GetInterfaceIP \\"eth0\\" }}"\n' },
  },
  run: (subject, report) => {
    const { config } = subject;
    for (const option of addressTemplate.options) {
      if (!isRead(option, subject)) continue;
      each(config.resolved, option, (value, path) => {
        if (value.kind === 'string') reportTemplate(value.value, path, subject.host, report);
      });
    }
  },
});
