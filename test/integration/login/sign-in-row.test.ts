import { expect, test } from "vitest";
import { runOidc, type SignIn } from "../../../main/login/index.ts";
import { start } from "../practice-tenant/support.ts";
import { realContext } from "./context.ts";
import { loginSettings, person } from "./support.ts";

/** The same person in a browser that Latchkey cannot look into. */
function unseen(signIn: SignIn): SignIn {
  return async (request) => {
    const outcome = await signIn(request);
    return outcome.kind === "callback"
      ? { ...outcome, secondFactorSeen: null, sessionMayBeReused: true }
      : outcome;
  };
}

test.each([
  ["all-cloud-apps-mfa", "multi", "multifactor authentication"],
  ["no-mfa", "single", "single-factor authentication"],
] as const)("%s: the row with the same correlation id says %s", async (scenario, factor, evidence) => {
  const practice = await start(scenario);
  const asked: string[] = [];
  const context = realContext({
    findSignIn: async (id) => {
      asked.push(id);
      return practice.signIns().findLast((row) => row.correlationId === id) ?? null;
    },
  });
  const input = {
    settings: loginSettings(practice),
    loginHint: null,
    via: "browser" as const,
    signIn: unseen(person(practice)),
  };
  const result = await runOidc(input, context);
  expect(result).toMatchObject({ outcome: "succeeded", factor });
  expect(result.factorEvidence).toContain(evidence);
  expect(asked).toEqual([result.signInLog.correlationId]);
  // The row proves the factors, so that nothing beside it says they are open.
  const reused = result.findings.find(({ rule }) => rule === "session-reused");
  expect(JSON.stringify(reused)).toContain("may already have been signed in");
  expect(JSON.stringify(reused)).not.toContain("MFA may be demanded");
});

test("stronger evidence is enough: the log is not asked", async () => {
  const practice = await start("all-cloud-apps-mfa");
  const findSignIn = async (): Promise<never> => {
    throw new Error("must not be asked");
  };
  const input = {
    settings: loginSettings(practice),
    loginHint: null,
    via: "browser" as const,
    signIn: person(practice),
  };
  const result = await runOidc(input, realContext({ findSignIn }));
  expect(result.factorEvidence).toContain("second-factor step");
  expect(result.steps.at(-1)).toMatchObject({ id: "sign-in-log", status: "skipped" });
});

test.each([
  ["has no row yet", async (): Promise<null> => null, "ok"],
  [
    "cannot be read",
    async (): Promise<never> => {
      throw new Error("The connection was reset.");
    },
    "failed",
  ],
] as const)(
  "a log that %s leaves the factors unknown and the login standing",
  async (_what, findSignIn, status) => {
    const practice = await start("no-mfa");
    const input = {
      settings: loginSettings(practice),
      loginHint: null,
      via: "browser" as const,
      signIn: unseen(person(practice)),
    };
    const result = await runOidc(input, realContext({ findSignIn }));
    expect(result).toMatchObject({ outcome: "succeeded", factor: "unknown" });
    expect(result.steps.at(-1)).toMatchObject({ id: "sign-in-log", status });
  },
);
