/** The comment by which an editor finds the schema of manifests, in a project that has consul-cfg installed. */
export const editorSchema =
  '# yaml-language-server: $schema=node_modules/consul-cfg/schemas/cluster.schema.json';
