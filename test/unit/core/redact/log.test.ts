import { describe, expect, test } from "vitest";
import { maskLog, maskText } from "../../../../main/core/redact/index.ts";

describe("a message of a log", () => {
  test.each([
    ["Password: hunter2, next", "Password: masked, next"],
    ['password = "hun \\" ter2"; x', 'password = "masked"; x'],
    ["OIDCClientSecret: abc", "OIDCClientSecret: masked"],
    ["refreshToken=abc", "refreshToken=masked"],
    ["Authorization: Bearer abcdefgh", "Authorization: masked"],
    ["with Basic bWVnYW46aHVudGVyMg==", "with Basic masked"],
    ["https://megan:hunter2@h.example/x", "https://masked@h.example/x"],
    ["state=abc&nonce=def", "state=masked&nonce=masked"],
    ["user megan@contoso.com went", "user m…@contoso.com went"],
    ["shortName: megan", "shortName: m…"],
    ["User Name = megan;", "User Name = m…;"],
    ['fullName = "Megan Bowen"; x', 'fullName = "M…"; x'],
    ["open /Users/megan/Library", "open /Users/m…/Library"],
    ["password is hunter2", "password is masked"],
    ["the new password was set to Tr0ub4dor&3, done", "the new password was set to masked, done"],
    ["the password is swordfish", "the password is masked"],
    ["with password hunter2 now", "with password masked now"],
    ["password 'sword fish' given", "password 'masked' given"],
    ["PIN is 4711", "PIN is masked"],
    ["token 9f8e7d6c", "token masked"],
    ["user jane.doe", "user j…"],
    ["user jane.doe not found", "user j… not found"],
    ["account jdoe2 is locked", "account j… is locked"],
    ["user jane logged in", "user j… logged in"],
    ["created for user 'jane'", "created for user 'j…'"],
    ["short name is jane.doe", "short name is j…"],
    ["uid=501(jane)", "uid=501(j…)"],
  ])("%s is shown as %s", (given, shown) => {
    expect(maskLog(given)).toBe(shown);
  });

  test.each([
    'Error Domain=NSURLErrorDomain Code=-1009 "offline"',
    "error=access_denied&error_subcode=cancel code=50076",
    "AADSTS50126: Error validating credentials due to invalid username or password.",
    "state: 3, estate, the password check finished, /Users/Shared/x",
    "the password is wrong. The password was not changed, the user is locked and the account was disabled",
    "user not found, user cancelled, user account created, user name and password",
    "password sync finished, password AADSTS50126: wrong, token endpoint asked, secret is required",
    "[com.jamf.connect.login:Network] GET https://login.microsoftonline.com/x",
  ])("%s stays", (given) => {
    expect(maskLog(given)).toBe(given);
  });

  test("keeps the number of an error of macOS, also where any text is masked", () => {
    expect(maskText("Code=-1009 code=0.AAAA-grant")).toBe("Code=-1009 code=masked");
  });

  test.each([
    "password: ",
    "password is ",
    "user ",
    "user a",
    "pin ",
    "password is a",
    "user=",
    "a",
    "eyJabcde.a.",
    "/Users/",
    "://",
    "fullname:",
    "@",
    "Basic ",
  ])("attack: a message of 64 kB of %j is looked through once", (piece) => {
    const text = piece.repeat(Math.ceil(65_536 / piece.length));
    expect(maskLog(text).length).toBeGreaterThan(0);
  });
});
