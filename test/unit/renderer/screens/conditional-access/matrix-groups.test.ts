import { describe, expect, it } from "vitest";
import type { CellKind, MatrixRowView, MatrixView } from "../../../../../preload/contract.ts";
import { matrixLines } from "../../../../../renderer/screens/conditional-access/matrix-groups.ts";

const row = (displayName: string, group: CellKind) =>
  ({ id: displayName, displayName, group, targets: "all resources" }) as MatrixRowView;

describe("the lines of the matrix", () => {
  it("stand by name inside a group, and what has no name comes last", () => {
    const rows = [
      row("Policy without a name (4b2f6c1e…0004)", "depends"),
      row("CA10 MFA", "depends"),
      row("ca9 MFA", "depends"),
      row("Zone", "depends"),
      row("CA001 Block", "does-not-apply"),
    ];
    const lines = matrixLines({ rows } as unknown as MatrixView, "");
    expect(lines.map((line) => (line.kind === "group" ? line.amount : line.row.displayName))).toEqual([
      4,
      "ca9 MFA",
      "CA10 MFA",
      "Zone",
      "Policy without a name (4b2f6c1e…0004)",
      1,
      "CA001 Block",
    ]);
  });
});
