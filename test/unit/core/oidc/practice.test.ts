import { describe, expect, it } from "vitest";
import { readAuthority } from "../../../../main/core/oidc/authority.ts";
import { practiceOrigin, refuseOutsidePractice } from "../../../../main/core/oidc/practice.ts";

const practice = "http://127.0.0.1:5000";

function originOf(authority: string): string | null {
  const read = readAuthority(authority);
  return read.ok ? practiceOrigin(read.value) : read.problem.code;
}

describe("the practice tenant", () => {
  it.each([
    ["http://127.0.0.1:5000/1a7c4e00-0000-4000-8000-000000000001", practice],
    ["http://localhost:5000", "http://localhost:5000"],
    ["https://login.microsoftonline.us", null],
    ["https://127.0.0.1.evil.example", null],
  ])("%s: %s", (authority, origin) => {
    expect(originOf(authority)).toBe(origin);
  });
});

describe("a practice run", () => {
  it.each([
    "https://orgtenant.okta.com/api/v1/authn",
    "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration",
    "https://accounts.google.com/o/oauth2/v2/auth",
    "http://127.0.0.1:5001/token",
    "http://127.0.0.2:5000/token",
    "http://localhost:5000/token",
    "https://127.0.0.1:5000/token",
    "http://127.0.0.1:5000@evil.example/token",
    "http://127.0.0.1.evil.example:5000/token",
  ])("attack: the password of a practice run is sent to %s", (address) => {
    expect(refuseOutsidePractice(practice, address)).toMatchObject({ code: "practice-elsewhere" });
    expect(refuseOutsidePractice(null, address)).toBeNull();
  });

  it("asks its tenant", () => {
    expect(refuseOutsidePractice(practice, `${practice}/1/oauth2/v2.0/token?x`)).toBeNull();
  });
});
