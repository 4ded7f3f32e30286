import { describe, expect, test } from "vitest";
import { runOidc, runRopg } from "../../../main/login/index.ts";
import { listScenarios } from "../../../main/practice-tenant/index.ts";
import { start } from "../practice-tenant/support.ts";
import { realContext } from "./context.ts";
import { checkSettings, loginSettings, person } from "./support.ts";

describe.each(listScenarios().map((scenario) => [scenario.name, scenario.expected] as const))(
  "scenario %s",
  (name, expected) => {
    test(`password check: ${expected.check} ${expected.checkCode ?? ""}`, async () => {
      const practice = await start(name);
      const [account] = practice.description.accounts;
      const result = await runRopg(
        {
          settings: checkSettings(practice),
          username: account?.username ?? "",
          password: account?.password ?? "",
        },
        realContext(),
      );
      expect({ outcome: result.outcome, code: result.error?.code ?? null }).toEqual({
        outcome: expected.check,
        code: expected.checkCode,
      });
      expect(result.signInLog.errorCode).toBe(expected.checkCode ?? 0);
      if (expected.checkMfa) expect(result.factor).toBe("multi");
    });

    test(`login: ${expected.login} ${expected.loginCode ?? ""}`, async () => {
      const practice = await start(name);
      const result = await runOidc(
        { settings: loginSettings(practice), loginHint: null, through: "browser", signIn: person(practice) },
        realContext(),
      );
      expect({ outcome: result.outcome, code: result.error?.code ?? null }).toEqual({
        outcome: expected.login,
        code: expected.loginCode,
      });
      if (expected.loginMfa && result.outcome === "succeeded") expect(result.factor).toBe("multi");
    });
  },
);
