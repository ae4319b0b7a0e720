/** How cloud-config is distinguished from other YAML before it is read. */

/** It says so, or has keys that nothing else has: what makes user data of it may put the first line there. */
export const isCloudConfig = (text: string): boolean =>
  /^(?:## template: *jinja\r?\n)?#cloud-config/.test(text) ||
  /^(?:write_files|runcmd):[ \t]*(?:#.*)?\r?$/m.test(text);
