import { describe, expect, it } from "vitest";
import { answerOfRequest, decideLoginNavigation } from "../../../../main/hosts/electron/login-callback.ts";
import {
  findErrorLine,
  isSecondFactorRequest,
  loginTitle,
} from "../../../../main/hosts/electron/login-page.ts";

const redirectUri = "https://127.0.0.1/jamfconnect";

describe("decideLoginNavigation", () => {
  it.each([
    [`${redirectUri}?code=c&state=s`, "answer"],
    [`${redirectUri}?error=access_denied&state=s`, "answer"],
    [`${redirectUri}#code=c&state=s`, "answer"],
    [redirectUri, "wait-for-body"],
    [`${redirectUri}?session_state=x`, "wait-for-body"],
    [`${redirectUri}/more?code=c`, "visit"],
    [`${redirectUri}.evil.example/?code=c`, "visit"],
    ["https://127.0.0.1@evil.example/jamfconnect?code=c", "visit"],
    ["https://127.0.0.1:8443/jamfconnect?code=c", "visit"],
    ["http://127.0.0.1/jamfconnect?code=c", "visit"],
    ["https://login.microsoftonline.com/?error=x", "visit"],
  ])("%s → %s", (address, kind) => {
    expect(decideLoginNavigation(address, redirectUri).kind).toBe(kind);
  });

  it("gives an answer on unchanged", () => {
    const url = `${redirectUri}?code=a%2Bb&state=s`;
    expect(decideLoginNavigation(url, redirectUri)).toEqual({ kind: "answer", url });
  });

  it("knows redirect URIs of other schemes", () => {
    const uri = "msauth.com.jamf.connect://auth";
    expect(decideLoginNavigation(`${uri}?code=c&state=s`, uri).kind).toBe("answer");
    // Nothing would ever bring a body, so there is nothing to wait for.
    expect(decideLoginNavigation(uri, uri).kind).toBe("answer");
  });
});

describe("answerOfRequest", () => {
  it("reads a posted answer into the query", () => {
    expect(answerOfRequest(redirectUri, "code=a%2Bb&state=s", redirectUri)).toBe(
      `${redirectUri}?code=a%2Bb&state=s`,
    );
    expect(answerOfRequest(`${redirectUri}?x=1`, "error=access_denied", redirectUri)).toBe(
      `${redirectUri}?x=1&error=access_denied`,
    );
  });

  it("prefers the address, so that a body cannot add a second answer", () => {
    const url = `${redirectUri}?code=first&state=s`;
    expect(answerOfRequest(url, "code=second", redirectUri)).toBe(url);
  });

  it.each([[null], [""], ["nothing of interest"], ["\u0000\u0001"]])(
    "leaves the address alone for the body %j",
    (body) => {
      expect(answerOfRequest(redirectUri, body, redirectUri)).toBe(redirectUri);
    },
  );
});

describe("findErrorLine", () => {
  it("takes the line with the code and nothing before or after", () => {
    const text =
      "Sorry\nRequest Id: 1 AADSTS50105: The user is not assigned.\nSigned in as someone@contoso.example";
    expect(findErrorLine(text)).toBe("AADSTS50105: The user is not assigned.");
  });

  it("is null for an ordinary page, for a shorter word and for a longer number", () => {
    expect(findErrorLine("Sign in\nEnter password")).toBeNull();
    expect(findErrorLine("AADSTS500")).toBeNull();
    expect(findErrorLine("AADSTS500110000")).toBeNull();
  });

  it("cuts a line without end", () => {
    expect(findErrorLine(`AADSTS50011: ${"x".repeat(5000)}`)).toHaveLength(1000);
  });
});

describe("the login window's look at addresses", () => {
  it("shows the origin, in the form that cannot pretend", () => {
    expect(loginTitle("https://login.microsoftonline.com/common/oauth2?x=y")).toBe(
      "https://login.microsoftonline.com – Login",
    );
    // A Cyrillic о.
    expect(loginTitle("https://l\u043egin.microsoftonline.com/")).toMatch(/^https:\/\/xn--/);
    expect(loginTitle("about:blank")).toBe("Login");
  });

  it.each([
    ["https://login.microsoftonline.com/common/SAS/BeginAuth", true],
    ["https://login.microsoftonline.com/common/SAS/EndAuth?x=1", true],
    ["https://login.microsoftonline.com/common/sas/ProcessAuth", true],
    ["https://login.microsoftonline.com/common/login", false],
    ["https://evil.example/?/common/SAS/BeginAuth", false],
  ])("%s is a second-factor request: %s", (address, is) => {
    expect(isSecondFactorRequest(address)).toBe(is);
  });
});
