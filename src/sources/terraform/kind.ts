/** How containers of Terraform and of ECS are distinguished from others before a file is read. */
import type { Kind } from '../source.ts';

/** Container definitions by themselves. */
const definitions =
  /^\s*(?:\[\s*)?\{[\s\S]*"(?:essential|portMappings|mountPoints|containerDefinitions|memory)"\s*:/i;

export const terraformKind: Kind = {
  name: 'terraform',
  // Repositories may have thousands of other files of JSON.
  mayBeNamed: (path) =>
    /\.(?:tf|tpl|tftpl|tmpl)$|(?:consul|task|container|ecs|fargate|definition|service)[^/]*\.json$/i.test(
      path,
    ),
  mayHold: (text) =>
    /consul/i.test(text) &&
    (/^[ \t]*resource\s+"(?:docker_container|aws_ecs_task_definition)"|\bcontainer_definitions?\b/m.test(
      text,
    ) ||
      (/"image"\s*:/i.test(text) && definitions.test(text.slice(0, 20_000)))),
  load: async () => (await import('./reader.ts')).readTerraform,
};
