/** What Go refuses in a template: at parsing, or when a function is called. Thrown inside this folder, caught by `expand`. */
export class TemplateError extends Error {}
