/** What a page needs of a rule. */
export type DocumentedRule = {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly severity: string;
  readonly certainty: string;
  readonly why: string;
  readonly source: string;
  /** Examples as text. */
  readonly fires: string;
  readonly silent: string;
};

/** Every page of docs/rules by its file name. */
export function rulePages(rules: readonly DocumentedRule[]): Readonly<Record<string, string>>;
