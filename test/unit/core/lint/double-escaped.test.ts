import { expect, it } from "vitest";
import { doubleEscaped } from "../../../../main/core/lint/rules/double-escaped.ts";
import { soundLogin } from "../../../../main/core/lint/sound-settings.ts";
import { foundInLogin } from "./found-in.ts";

it.each([
  ["a text for people", { LoginWindowMessage: "Write &amp; in place of &" }],
  ["a key that nobody knows", { SomethingOfOurs: "<b>a &amp; b</b>" }],
])("%s: a note without a patch, as it may be meant so", (_, key) => {
  const [finding, ...others] = foundInLogin(doubleEscaped, { ...soundLogin, ...key });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: "info", title: expect.stringContaining("may have been") });
  expect(finding?.fix).not.toHaveProperty("patch");
});

it("an address: a warning with its patch", () => {
  const login = { ...soundLogin, ChangePasswordURL: "https://example.com/?a=1&amp;b=2" };
  expect(foundInLogin(doubleEscaped, login)).toMatchObject([
    { severity: "warning", fix: { patch: { edits: [{ value: "https://example.com/?a=1&b=2" }] } } },
  ]);
});
