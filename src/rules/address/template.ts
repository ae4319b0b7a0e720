import { expand } from '../../model/sockaddr/expand.ts';
import { each } from '../../model/value-path.ts';
import { type AgentReport, rule } from '../rule.ts';
import { expanded, isRead, listening, single } from './support/address-options.ts';

function reportTemplate(text: string, path: string, report: AgentReport): void {
  if (!text.includes('{{')) return;
  const expansion = expand(text);
  if (expansion.kind === 'error')
    report({
      path,
      message: `${path} holds a template that the agent cannot work out: ${expansion.message}`,
    });
  else if (expansion.kind === 'unknown') {
    report({
      path,
      info: true,
      message: `${path} holds a template whose value only the host knows; it is taken to yield what is wanted here`,
    });
  }
}

export const addressTemplate = rule({
  scope: 'agent',
  source: 'consul',
  id: 'address/template',
  severity: 'error',
  supersedes: ['option/placeholder'],
  options: ['bind_addr', 'client_addr', ...single, ...listening, ...expanded],
  docs: {
    summary:
      'Addresses may be go-sockaddr templates. A syntax error, an unknown function or an argument that a function does not take is refused.',
  },
  run: (subject, report) => {
    const { config } = subject;
    for (const option of addressTemplate.options) {
      if (!isRead(option, subject)) continue;
      each(config.resolved, option, (value, path) => {
        if (value.kind === 'string') reportTemplate(value.value, path, report);
      });
    }
  },
});
