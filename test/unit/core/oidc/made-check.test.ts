import { expect, test } from "vitest";
import {
  failed,
  type MadeCheck,
  notMade,
  passed,
  signatureChecks,
  tokenProblems,
  tokenReport,
} from "../../../../main/core/oidc/made-check.ts";

const { algorithm, signature } = signatureChecks;
const report = (...checks: readonly MadeCheck[]) => tokenReport({ claims: {}, header: {} }, checks);

test.each([
  ["valid", [passed(algorithm, "a"), passed(signature, "b")]],
  ["invalid", [passed(algorithm, "a"), failed(signature, "f", "b")]],
  ["invalid", [failed(algorithm, "f", "a"), notMade(signature, "b")]],
  ["unchecked", [notMade(algorithm, "a"), notMade(signature, "b")]],
  ["unchecked", []],
] as const)("the signature is %s where its two checks say so", (state, checks) => {
  expect(report(...checks).signature).toBe(state);
});

test("failed checks are the problems, in their order, each with its finding", () => {
  const subject = { id: "subject", title: "Subject" };
  const checks = [failed(algorithm, "one", "A."), passed(signature, "B."), failed(subject, "two", "C.")];
  expect(report(...checks).problems).toEqual(["A.", "C."]);
  expect(tokenProblems(checks)).toEqual([
    { finding: "one", text: "A." },
    { finding: "two", text: "C." },
  ]);
});

test("a check in a report has the four members of its type and no finding", () => {
  expect(report(failed(algorithm, "one", "A.")).checks).toEqual([
    { id: "algorithm", title: "Algorithm", outcome: "failed", detail: "A." },
  ]);
});
