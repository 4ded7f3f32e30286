import { describe, expect, it } from "vitest";
import { resultText } from "../../../../main/hosts/command-line/test-run/result-text.ts";
import { buildLoginResult } from "../../../support/login-result.ts";

const line = (text: string) => text.split("\n").find((one) => one.startsWith("Asked"));

describe("a result for people", () => {
  it("says whom the run asked, for whom and how", () => {
    const asked = { tenant: "contoso.com", client: "c1", scopes: ["openid", "api://x/check"] };
    expect(line(resultText(buildLoginResult({ asked })))).toBe(
      "Asked: login.microsoftonline.com, tenant contoso.com, client c1, scopes openid api://x/check, for m…@contoso.com, with the password alone.",
    );
  });

  it("says nothing of the kind where the settings lead nowhere", () => {
    expect(line(resultText(buildLoginResult({ asked: { host: "" } })))).toBeUndefined();
  });
});
