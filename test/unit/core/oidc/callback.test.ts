import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchCallback } from "../../../../main/core/oidc/callback.ts";
import { readCallback } from "../../../../main/core/oidc/callback-answer.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const jamf = "https://127.0.0.1/jamfconnect";

/** Addresses as a registration may name them. `fc.webUrl` makes the like, after a second and a half of preparation. */
const address = fc
  .tuple(
    fc.constantFrom("https", "http"),
    fc.domain(),
    fc.array(
      fc.string({ unit: fc.constantFrom(..."aZ0-._~!$&'()*+,;=:@", "%2f", "%2E", "%c3%a9"), maxLength: 6 }),
      {
        maxLength: 4,
      },
    ),
  )
  .map(
    ([scheme, host, segments]) => `${scheme}://${host}${segments.map((segment) => `/${segment}`).join("")}`,
  );

describe("matching the redirect URI", () => {
  test.each([
    [jamf, "https://127.0.0.1/jamfconnect?code=1&state=2"],
    [jamf, "HTTPS://127.0.0.1:443/jamfconnect?code=1"],
    [jamf, "https://127.0.0.1/jamfconnect#code=1"],
    ["http://localhost:5000", "http://localhost:5000/?code=1"],
    ["jamfconnect://redirect/auth", "jamfconnect://redirect/auth?code=1"],
    ["https://127.0.0.1/jamfconnect?x=1", "https://127.0.0.1/jamfconnect?x=1&code=1"],
  ])("%s takes %s", (redirectUri, address) => {
    const match = matchCallback(address, redirectUri);
    expect(match.matches && match.parameters.get("code")).toBe("1");
  });

  test.each([
    ["http://127.0.0.1/jamfconnect?code=1", "scheme"],
    ["https://127.0.0.1.evil.example/jamfconnect", "host"],
    ["https://evil.example/jamfconnect", "host"],
    ["https://127.0.0.1@evil.example/jamfconnect", "user-info"],
    ["https://user@127.0.0.1/jamfconnect", "user-info"],
    ["https://localhost/jamfconnect", "host"],
    ["https://127.0.0.1:8443/jamfconnect", "port"],
    ["https://127.0.0.1/jamfconnect/", "path"],
    ["https://127.0.0.1/jamfconnect/../other", "path"],
    ["https://127.0.0.1/jamfconnectx", "path"],
    ["https://127.0.0.1/JAMFCONNECT", "path"],
    ["https://127.0.0.1/%6aamfconnect", "path"],
    ["//127.0.0.1/jamfconnect", "not-a-url"],
    ["javascript:alert(1)", "scheme"],
    ["", "not-a-url"],
  ])("%s is another address: %s", (address, because) => {
    expect(matchCallback(address, jamf)).toEqual({ matches: false, because });
  });

  test("any port fits where the client may choose it, and only the port", () => {
    expect(matchCallback("http://localhost:51234/?code=1", "http://localhost", true).matches).toBe(true);
    expect(matchCallback("http://localhost:51234/?code=1", "http://localhost").matches).toBe(false);
    expect(matchCallback("http://evil.example:51234/?code=1", "http://localhost", true).matches).toBe(false);
  });

  test("whatever matches has the same origin and path", () => {
    assertProperty(
      fc.property(address, fc.constantFrom("", "?a=1", "#b=2", "x", "/", "/..", "@h", ":1"), (base, tail) => {
        if (!matchCallback(base + tail, base).matches) return;
        const [actual, expected] = [new URL(base + tail), new URL(base)];
        expect([actual.origin, actual.pathname, actual.username]).toEqual([
          expected.origin,
          expected.pathname,
          "",
        ]);
      }),
    );
  });
});

describe("reading the answer", () => {
  const expected = {
    redirectUri: jamf,
    anyPort: false,
    state: "s",
    issuer: "https://issuer.example",
    issuerPromised: false,
  };
  const read = (query: string, changes: object = {}) =>
    readCallback(`${jamf}?${query}`, { ...expected, ...changes });

  test("a code with the right state is taken", () => {
    expect(read("code=c&state=s")).toMatchObject({ kind: "code", code: "c" });
    expect(read("code=c&state=s&iss=https%3A%2F%2Fissuer.example")).toMatchObject({ kind: "code" });
  });

  test.each([
    ["code=c", {}, "state-missing"],
    ["code=c&state=S", {}, "state-mismatch"],
    ["error=access_denied", {}, "state-missing"],
    ["code=c&state=s&iss=https%3A%2F%2Fother.example", {}, "issuer-mix-up"],
    ["code=c&state=s", { issuerPromised: true }, "issuer-mix-up"],
    ["state=s", {}, "code-missing"],
    ["code=&state=s", {}, "code-missing"],
    ["code=a&code=b&state=s", {}, "callback-repeated-parameter"],
  ])("%s with %j is refused: %s", (query, changes, finding) => {
    expect(read(query, changes)).toMatchObject({ kind: "refused", finding });
  });

  test("an error counts only with the right state", () => {
    expect(read("error=access_denied&error_description=AADSTS65004&state=s")).toMatchObject({
      kind: "error",
      error: "access_denied",
      description: "AADSTS65004",
    });
  });
});
