/** go-sockaddr templates in addresses. */
import { each } from '../select.ts';
import { expand } from '../template/expand.ts';
import { expanded, isRead, listening, single } from './address-options.ts';
import type { Check, Report } from './check.ts';

const templates: Check = {
  id: 'agent/template',
  severity: 'error',
  options: ['bind_addr', 'client_addr', ...single, ...listening, ...expanded],
  docs: 'Addresses may be go-sockaddr templates. A syntax error, an unknown function or an argument that a function does not take is refused.',
  run: (subject, report) => {
    const { config } = subject;
    for (const option of templates.options) {
      if (!isRead(option, subject)) continue;
      each(config.resolved, option, (value, path) => {
        if (value.kind === 'string') reportTemplate(value.value, path, report);
      });
    }
  },
};

function reportTemplate(text: string, path: string, report: Report): void {
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

export const addressTemplates: readonly Check[] = [templates];
