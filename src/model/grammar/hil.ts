/** HIL, HashiCorp's interpolation language, as far as claim assertions use it: variables and literals in `${…}`. */

/** The text with every variable filled in; undefined where HIL refuses, or an expression is more than one word. */
export function interpolate(text: string, variables: Readonly<Record<string, string>>): string | undefined {
  let known = true;
  const filled = text.replace(
    /\$\$\{|\$\{((?:"(?:\\.|[^"\\])*"|[^}"])*)(\}?)/g,
    (whole, body: string | undefined, close: string) => {
      if (body === undefined) return '${';
      const value = close === '}' ? evaluate(body.trim(), variables) : undefined;
      known &&= value !== undefined;
      return value ?? whole;
    },
  );
  return known ? filled : undefined;
}

function evaluate(expression: string, variables: Readonly<Record<string, string>>): string | undefined {
  if (Object.hasOwn(variables, expression)) return variables[expression];
  const literal = /^"((?:\\.|[^"\\])*)"$|^(\d+(?:\.\d+)?)$|^(true|false)$/.exec(expression);
  return literal ? (literal[1] ?? literal[2] ?? literal[3]) : undefined;
}
