import { expect, it } from "vitest";
import type { Finding, RolloutView } from "../../../../../preload/contract.ts";
import { exportVerdict, othersText } from "../../../../../renderer/screens/export/verdict-text.ts";

const finding = (severity: Finding["severity"], domain?: string) =>
  ({ severity, where: domain === undefined ? {} : { domain } }) as Finding;

const reason = (weight: "fine" | "open" | "against", fix: "read-findings" | "test-both" | null = null) => ({
  ok: weight === "fine",
  weight,
  text: "",
  first: null,
  fix,
});

const rollout = (decision: RolloutView["decision"], ...reasons: readonly ReturnType<typeof reason>[]) => ({
  decision,
  reasons,
  runId: null,
});

const login = "com.jamf.connect.login";

it.each<[string, readonly Finding[], string | null, string]>([
  ["all domains are written", [finding("error", login)], null, "Not ready: 1 error."],
  ["it is in the one that is", [finding("error", login)], login, "Not ready: 1 error in this domain."],
  ["it is about the whole", [finding("error")], login, "Not ready: 1 error in this domain."],
  [
    "it is in none that is",
    [finding("error", "com.jamf.connect")],
    login,
    "Not ready: 1 error, in another domain.",
  ],
  [
    "several are in none that is",
    [finding("error", "a"), finding("error", "b")],
    login,
    "Not ready: 2 errors, in other domains.",
  ],
  [
    "some are",
    [finding("error", login), finding("error", "com.jamf.connect")],
    login,
    "Not ready: 2 errors, 1 of them in another domain.",
  ],
])("an error is counted, and where it is where %s", (_, findings, domain, sentence) => {
  expect(exportVerdict(findings, domain, null)).toEqual({ decision: "no-go", sentence });
});

it.each<[string, readonly Finding[], string | null, string]>([
  ["all of the profile", [finding("warning", login)], null, "1 warning in the profile"],
  ["in the domain", [finding("warning", login), finding("warning")], login, "2 warnings in this domain"],
  ["elsewhere", [finding("warning", "a")], login, "1 warning elsewhere in the profile"],
  [
    "some here",
    [finding("error", login), finding("warning", "a"), finding("warning", login)],
    login,
    "1 error and 2 warnings, 2 in this domain",
  ],
])("what a press shows is counted, and where it is: %s", (_, findings, domain, words) => {
  expect(othersText(findings, domain)).toBe(words);
});

it("errors stand before what else speaks against it", () => {
  const judged = rollout("no-go", reason("against", "read-findings"), reason("against"), reason("open"));
  expect(exportVerdict([finding("error")], null, judged)?.sentence).toBe(
    "Not ready: 1 error, and 1 more thing speaks against it.",
  );
});

it("a certificate that is not chosen stands in it as well", () => {
  expect(exportVerdict([finding("error")], null, null, true)?.sentence).toBe(
    "Not ready: 1 error, and no certificate is chosen.",
  );
  const judged = rollout("no-go", reason("against"));
  expect(exportVerdict([finding("error")], null, judged, true)?.sentence).toBe(
    "Not ready: 1 error, 1 more thing speaks against it, and no certificate is chosen.",
  );
});

it("without an error it is what main says, and nothing while main has not said it", () => {
  const warnings = [finding("warning")];
  expect(exportVerdict(warnings, null, null)).toBeNull();
  expect(exportVerdict(warnings, null, rollout("go", reason("fine")))).toEqual({
    decision: "go",
    sentence: "Ready: this profile can be rolled out.",
  });
});
