import { expect, it } from "vitest";
import type { Finding } from "../../../../../preload/contract.ts";
import { byCertainty, bySameAdvice } from "../../../../../renderer/screens/sign-ins/same-advice.ts";

const finding = (user: string, step: string, over: Partial<Finding> = {}): Finding => ({
  rule: "risk-from-checks",
  severity: "info",
  certainty: "documented",
  title: user,
  detail: "The same.",
  where: { row: user },
  fix: { label: "What to do", steps: [step] },
  ...over,
});
const usersOf = (groups: readonly (readonly Finding[])[]) =>
  groups.map((group) => group.map(({ title }) => title));

it("people share an advice only where what is said of them and what to do are the same", () => {
  const findings = [
    finding("kim", "Dismiss the risk."),
    finding("robin", "Treat the risk as real."),
    finding("sam", "Dismiss the risk."),
    finding("lee", "Dismiss the risk.", { detail: "Another." }),
  ];
  expect(usersOf(bySameAdvice(findings))).toEqual([["kim", "sam"], ["robin"], ["lee"]]);
});

it("what is documented does not stand beside what is inferred", () => {
  const findings = [
    finding("kim", "x", { certainty: "inferred" }),
    finding("robin", "x"),
    finding("sam", "x", { certainty: "inferred" }),
  ];
  expect(byCertainty(findings).map(([certainty, group]) => [certainty, ...usersOf([group])])).toEqual([
    ["inferred", ["kim", "sam"]],
    ["documented", ["robin"]],
  ]);
});
