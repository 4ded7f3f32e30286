import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainText } from "../../../../../main/core/explain/explain-text.ts";
import { assertProperty } from "../../../../support/assert-property.ts";

/** What explaining a text gives; a text that decides fails the test. */
function offered(text: string) {
  const answer = explainText(text);
  if (!answer.ok || answer.value.kind !== "candidates") throw new Error(`${text} was asserted`);
  return answer.value;
}
const names = (text: string) => offered(text).candidates.map(({ name }) => name);

describe("words are offered, the likeliest first", () => {
  test.each([
    ["Login failed", ["login-failed"]],
    ["Our people cannot log in since this morning", ["login-failed"]],
    ["An error occurred. Contact your IT administrator", ["login-good-then-error"]],
    [
      "login failed and then the password box comes back",
      ["prompt-loop", "right-password-refused", "login-failed"],
    ],
    ["the clock of the Mac was wrong and the user could not sign in", ["network-clock-skew", "login-failed"]],
    ["behind our proxy the login fails", ["network-proxy"]],
    ["the hotel wifi shows its own page", ["network-captive-portal"]],
    ["Our inspection device replaces the certificate, so it is not trusted", ["network-tls-untrusted"]],
    ["nslookup works, yet DNS is not found on the Mac", ["network-dns"]],
    ["the login window timed out", ["network-timeout"]],
    ["<!DOCTYPE html><html><body>Welcome</body></html>", ["network-html"]],
    ["yubikey people cannot log in", ["security-key-at-login", "login-failed"]],
  ])("%s", (text, expected) => {
    expect(names(text).slice(0, expected.length)).toEqual(expected);
  });

  test("none is said as a fact: each has a question, and nothing is said about a password", () => {
    const { candidates, title } = offered("login failed and then the password box comes back");
    expect(title).toBe("Nothing in this text decides.");
    for (const { question } of candidates) expect(question).toMatch(/\?$/);
    expect(JSON.stringify(candidates)).not.toMatch(/passwordVerdict|password is (?:right|correct|wrong)/i);
  });

  test.each([
    "blue elephants",
    "the asterisk is not allowed in a user name",
    "my door is blocked by a block of wood",
    "we unlocked a new feature for the account team",
    "a clockwork orange",
    "prelogin failedover",
    "😀🔐🔥",
  ])("no word is found inside another one: %s", (text) => {
    const { candidates, title, fix } = offered(text);
    expect(candidates).toEqual([]);
    expect(title).toBe("Nothing is known about this text.");
    expect(fix).toContain("explain --list");
  });

  test.each([
    "Ihre Anmeldung ist fehlgeschlagen, und das Kennwort wird nicht angenommen",
    "Votre mot de passe est incorrect pour ce compte",
    "La contraseña no es válida para el usuario",
    "パスワードが正しくありません",
    "Не удалось войти в систему",
  ])("a text in another language says that a code decides: %s", (text) => {
    const { candidates, title, detail } = offered(text);
    expect(candidates).toEqual([]);
    expect(title).toContain("not in English");
    expect(detail).toContain("A code decides in every language");
  });
});

describe("a damaged code is offered and never taken", () => {
  test.each([
    ["AADST550076", "50076"],
    ["AADSTS5OO76", "50076"],
    ["AA0STS50126: Error validating", "50126"],
    ["AADSTS 5O126", "50126"],
    ["the screen says AADSTS50O53", "50053"],
    ["Error code 5OO76", "50076"],
    ["4ADSTS50IO5", "50105"],
    ["AADSTSS0076", "50076"],
    ["ＡＡＤＳＴＳ5OO76", "50076"],
  ])("%s may be %s", (text, code) => {
    const [first] = offered(text).candidates;
    expect(first).toMatchObject({ name: code, kind: "code" });
    expect(first?.title).toMatch(/^This may be AADSTS/);
    expect(explainText(code)).toMatchObject({ value: { kind: "explained" } });
  });

  test.each(["B2B and B2C", "SHA256", "AADSTX", "ISO27001", "A4 paper", "macOS 15S", "5S"])(
    "%s is none",
    (text) => {
      expect(names(text)).toEqual([]);
    },
  );

  test("a number that nobody called a code is offered", () => {
    expect(names("50126 it was, I think")).toEqual(["50126"]);
  });
});

describe("a novel of 64 kB", () => {
  const sentences = [
    "The old man turned the key, and the lock of the door gave way at last.",
    "Nobody had asked for the password, yet the account of that night was not believed.",
    "A window stayed white with frost, and nothing in the house was right again.",
    "She kept asking for the time, for every clock in the village was wrong.",
    "It was a risk, he said, and the report of the sign was lost in the log by the fire.",
    "The certificate of his birth had expired in the eyes of the law, and no one could trust it.",
    "They could not sign in ink what they had failed to say in words.",
  ];
  const novel = sentences.join(" ").repeat(200).slice(0, 65_536);

  test("is no situation", () => {
    expect(offered(novel).candidates).toEqual([]);
  });

  test("in which one page speaks of Jamf Connect, what stands there is offered", () => {
    const page = " The Jamf Connect login window stays white and nothing loads. ";
    expect(names(`${novel.slice(0, 30_000)}${page}${novel.slice(0, 30_000)}`)).toContain("white-window");
  });

  test("in which a code stands, the code decides", () => {
    expect(explainText(`${novel.slice(0, 30_000)} AADSTS50105 ${novel.slice(0, 30_000)}`)).toMatchObject({
      value: { kind: "explained", entries: [{ code: 50105 }] },
    });
  });
});

const words =
  "login failed sign in password wrong right correct locked account mfa duo risk risky log logs sign-in jamf connect entra window white proxy certificate expired timed out clock error code admin user users keeps asking prompted again browser portal secret resource no nobody the is a for not success failure interrupted since june excluded 50 5 % … 😀 ü — . , : ; \n \t {} [] \" ' =".split(
    " ",
  );

test("no words whatever say whether a password is right", () => {
  const text = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join(" "));
  assertProperty(
    fc.property(text, (pasted) => {
      const answer = explainText(pasted);
      if (!answer.ok) return;
      const verdicts = answer.value.kind === "explained" ? answer.value.entries : [];
      expect(verdicts.filter(({ passwordVerdict }) => /^(?:correct|wrong)$/.test(passwordVerdict))).toEqual(
        [],
      );
    }),
  );
});

test("at most three things are offered, each once, and nothing of the text is repeated", () => {
  const text = fc.array(fc.constantFrom(...words), { maxLength: 80 }).map((parts) => parts.join(" "));
  assertProperty(
    fc.property(text, (pasted) => {
      const answer = explainText(`${pasted} hunter22`);
      if (!answer.ok || answer.value.kind !== "candidates") return;
      const found = answer.value.candidates.map(({ name }) => name);
      expect(found.length).toBeLessThanOrEqual(3);
      expect(new Set(found).size).toBe(found.length);
      expect(JSON.stringify(answer.value)).not.toContain("hunter22");
    }),
  );
});

test("comes to an end with texts that are made to be slow", () => {
  for (const part of [
    "jamf ",
    "login failed ",
    "a",
    "aadst5",
    "5OO76 ",
    "login",
    "é",
    "😀",
    "sign in ",
    "the der ",
  ]) {
    expect(() => explainText(part.repeat(Math.ceil(150_000 / part.length)))).not.toThrow();
  }
});
