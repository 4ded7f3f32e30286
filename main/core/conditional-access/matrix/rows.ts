import type { ConditionalAccessAnswer, PolicyAnswer } from "../answer/answer.ts";
import { type CellKind, cellOf, type MatrixCell } from "./cell.ts";

/** One policy with its part in both sign-ins; null where the profile has no settings for one. */
export type MatrixRow = {
  readonly id: string;
  readonly displayName: string;
  readonly state: string | null;
  readonly targets: string;
  /** What the policy does to these sign-ins: the worse of its two cells. */
  readonly group: CellKind;
  readonly login: MatrixCell | null;
  readonly check: MatrixCell | null;
  /** Names and placeholders where ids belong. */
  readonly unresolved: readonly string[];
};

/** The order of the groups on the screen; a policy stands in the first group that one of its cells belongs to. */
export const MATRIX_GROUPS: readonly CellKind[] = [
  "blocks",
  "locks-out",
  "mfa",
  "other",
  "depends",
  "report-only",
  "does-not-apply",
];

/** The policies of an answer, grouped by what they do to these sign-ins; inside a group in the order of the files. */
export function matrixRows({ signIns }: ConditionalAccessAnswer): readonly MatrixRow[] {
  const of = (id: "login-window" | "password-check"): readonly PolicyAnswer[] =>
    signIns.find((signIn) => signIn.id === id)?.policies ?? [];
  const [login, check] = [of("login-window"), of("password-check")];
  // Both lists hold every policy in the same order.
  const rows = (login.length > 0 ? login : check).map((policy, index) =>
    rowOf(policy, login[index] ?? null, check[index] ?? null),
  );
  return MATRIX_GROUPS.flatMap((group) => rows.filter((row) => row.group === group));
}

function rowOf(policy: PolicyAnswer, login: PolicyAnswer | null, check: PolicyAnswer | null): MatrixRow {
  const cells = { login: login && cellOf(login), check: check && cellOf(check) };
  const kinds = [cells.login?.kind, cells.check?.kind];
  return {
    id: policy.id,
    displayName: policy.displayName,
    state: policy.state,
    targets: policy.targets,
    group: MATRIX_GROUPS.find((group) => kinds.includes(group)) ?? "does-not-apply",
    ...cells,
    unresolved: policy.unresolved,
  };
}
