/** Why Entra refuses a request: a code of the catalogue and what its text names. */
export type EntraFailure = {
  readonly kind: "entra-failure";
  readonly code: number;
  /** Put into the text of the catalogue, `{app}` for example. */
  readonly values: Readonly<Record<string, string>>;
  /** Conditional Access policies behind the answer; they go into `claims`. */
  readonly policyIds: readonly string[];
  /** Said in place of the catalogue's `error`, where one code has two. */
  readonly error?: string;
};

/** Builds an {@link EntraFailure}. */
export function refuse(
  code: number,
  values: Readonly<Record<string, string>> = {},
  policyIds: readonly string[] = [],
): EntraFailure {
  return { kind: "entra-failure", code, values, policyIds };
}

/** Tells a failure from whatever else a step may give. */
export function isFailure(value: unknown): value is EntraFailure {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "entra-failure";
}
