import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPasted } from "../../../../main/core/oidc/pasted.ts";
import { anyText } from "../../../support/any-text.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const login = {
  authorizeUrl: "https://login.microsoftonline.com/t/oauth2/v2.0/authorize?client_id=c&state=s-1",
  redirectUri: "https://127.0.0.1/jamfconnect",
};
const problem = (pasted: string) => {
  const read = readPasted(pasted, login);
  return read.ok ? null : read.problem.code;
};

describe("what is pasted at the end of a sign-in", () => {
  test.each([
    ["a code", "https://127.0.0.1/jamfconnect?code=c&state=s-1"],
    ["an error", "https://127.0.0.1/jamfconnect?error=access_denied&state=s-1"],
    ["a code in the fragment", "https://127.0.0.1/jamfconnect#code=c&state=s-1"],
  ])("%s under the redirect URI is the callback", (_what, url) => {
    expect(readPasted(`  ${url}\n`, login)).toEqual({ ok: true, value: { kind: "callback", url } });
  });

  test.each([
    ["AADSTS53000", "AADSTS53000"],
    [
      "mira@contoso.com\nSorry, but we're having trouble.\nAADSTS53000: Device is not compliant.",
      "AADSTS53000: Device is not compliant.",
    ],
    ["https://login.microsoftonline.com/error?code=AADSTS50011", "AADSTS50011"],
    ["Error code: 530003", "AADSTS530003"],
    ["53000", "AADSTS53000"],
  ])("%j is the error of a page", (text, read) => {
    expect(readPasted(text, login)).toEqual({ ok: true, value: { kind: "error-page", text: read } });
  });

  test.each([
    ["https://127.0.0.1/jamfconnect", "pasted-without-answer"],
    ["https://127.0.0.1/jamfconnect?state=s-1", "pasted-without-answer"],
    ["https://127.0.0.1/jamfconnect?code=stolen&state=other", "pasted-of-another-login"],
    ["https://127.0.0.1/jamfconnect?code=stolen", "pasted-of-another-login"],
    ["https://login.microsoftonline.com/t/login", "pasted-sign-in-page"],
    ["https://127.0.0.1.evil.example/jamfconnect?code=c&state=s-1", "pasted-another-address"],
    ["garbage", "pasted-not-an-address"],
    ["123", "pasted-not-an-address"],
    ["", "pasted-not-an-address"],
  ])("%j keeps the login waiting: %s", (pasted, code) => {
    expect(problem(pasted)).toBe(code);
  });

  test("a problem repeats nothing of what was pasted", () => {
    for (const pasted of [
      "https://127.0.0.1/jamfconnect?code=canary&state=x",
      "canary",
      "https://canary.example/",
    ])
      expect(JSON.stringify(readPasted(pasted, login))).not.toContain("canary");
  });

  test("any text is read or refused, never thrown at", () => {
    assertProperty(
      fc.property(anyText(), (text) => {
        const read = readPasted(text, login);
        expect(read.ok || read.problem.title !== "").toBe(true);
      }),
    );
  });
});
