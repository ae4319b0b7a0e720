/** The tokens of HCL 1. The numbers keep the scanner's hot loop free of strings. */
export const Token = {
  eof: 0,
  illegal: 1,
  identifier: 2,
  integer: 3,
  float: 4,
  bool: 5,
  string: 6,
  heredoc: 7,
  leftBracket: 8,
  rightBracket: 9,
  leftBrace: 10,
  rightBrace: 11,
  comma: 12,
  period: 13,
  assign: 14,
  add: 15,
  subtract: 16,
  /** Only in the JSON reader. */
  colon: 17,
  null: 18,
} as const;

export type TokenKind = (typeof Token)[keyof typeof Token];

/** As Consul's parser prints them. */
const names = [
  'EOF',
  'ILLEGAL',
  'IDENT',
  'NUMBER',
  'FLOAT',
  'BOOL',
  'STRING',
  'HEREDOC',
  'LBRACK',
  'RBRACK',
  'LBRACE',
  'RBRACE',
  'COMMA',
  'PERIOD',
  'ASSIGN',
  'ADD',
  'SUB',
  'COLON',
  'NULL',
] as const;

export const tokenName = (kind: TokenKind): string => names[kind]!;
