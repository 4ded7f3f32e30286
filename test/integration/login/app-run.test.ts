import { expect, onTestFinished, test } from "vitest";
import { createBench } from "../../contract/bench.ts";
import { person } from "./support.ts";

test("a login in the app, signed in elsewhere, reads its factors from the practice tenant's log", async () => {
  const bench = createBench();
  onTestFinished(() => bench.session.dispose());
  const practice = await bench.practise("practice.start", {
    scenario: "all-cloud-apps-mfa",
    openProfile: true,
  });
  if (!practice.running) throw new Error("the practice tenant does not run");
  const { runId } = await bench.start("test.oidc", { username: null, allowHost: null });
  const { url, redirectUri } = await bench.next("test.signIn");
  const signIn = person({ authority: practice.authority, description: practice });
  const { signal } = new AbortController();
  const outcome = await signIn({ authorizeUrl: url, redirectUri, signal });
  if (outcome.kind !== "callback") throw new Error(`the sign-in ended as ${outcome.kind}`);
  await bench.call("test.finishSignIn", { runId, address: outcome.url });
  const { result } = await bench.next("test.finished");
  expect(result).toMatchObject({ outcome: "succeeded", factor: "multi" });
  expect(result.factorEvidence).toContain("same correlation id");
  const reused = result.findings.find((finding) => finding.rule === "session-reused");
  expect(reused?.detail.includes("MFA may be demanded")).toBe(result.factor === "unknown");
  expect(result.steps.at(-1)).toMatchObject({ id: "sign-in-log", status: "ok" });
});
