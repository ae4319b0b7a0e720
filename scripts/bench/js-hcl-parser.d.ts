declare module 'js-hcl-parser' {
  /** HCL to the text of its JSON. */
  export function parse(text: string): string;
  const parser: { readonly parse: typeof parse };
  export default parser;
}
