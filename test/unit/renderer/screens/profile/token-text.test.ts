import { describe, expect, it } from "vitest";
import { joinTokens, splitTokens } from "../../../../../renderer/screens/profile/token-text.ts";

describe("token text", () => {
  it.each(["openid+profile+email", "openid profile email", " openid,  profile, email "])(
    "reads %s",
    (text) => {
      expect(splitTokens(text)).toEqual(["openid", "profile", "email"]);
    },
  );

  it("keeps the separator of the file", () => {
    expect(joinTokens(["openid", "email"], "openid profile")).toBe("openid email");
    expect(joinTokens(["openid", "email"], "openid+profile")).toBe("openid+email");
    expect(joinTokens(["50076", "50079"], "50076, 50079")).toBe("50076, 50079");
  });

  it("writes + where the file shows none, as Jamf does", () => {
    expect(joinTokens(["openid", "email"], "openid")).toBe("openid+email");
    expect(joinTokens(["openid", "email"], "")).toBe("openid+email");
  });
});
