import { expect, it } from "vitest";
import { documentAlone } from "../../../../main/core/lint/context.ts";
import { lintDocument } from "../../../../main/core/lint/lint-document.ts";
import type { ExampleSettings } from "../../../../main/core/lint/rule.ts";
import { emptyContainer } from "../../../../main/core/lint/rules/empty-container.ts";
import { soundLogin, soundMenuBar } from "../../../../main/core/lint/sound-settings.ts";
import { applyPatch } from "../../../../main/core/profile/index.ts";
import { documentOf, foundInLogin, foundInMenuBar } from "./found-in.ts";

const places = (settings: ExampleSettings) =>
  foundInMenuBar(emptyContainer, settings).map(({ where }) => where.keyPath);

it("what holds nothing but something empty is one finding, and its fix leaves nothing empty behind", () => {
  const settings = { ...soundMenuBar, PasswordPolicies: { PolicyRequirements: {}, Other: [[], {}] } };
  expect(places(settings)).toEqual(["PasswordPolicies"]);
  const document = documentOf({ settings: { "com.jamf.connect": settings } });
  const [finding] = lintDocument(document, documentAlone, [emptyContainer]);
  if (finding?.fix === undefined || !("patch" in finding.fix)) throw new Error("there is no patch");
  const patched = applyPatch(document, finding.fix.patch);
  if (!patched.ok) throw new Error(patched.problem.detail);
  expect(lintDocument(patched.value.document, documentAlone, [emptyContainer])).toEqual([]);
});

it("what is empty beside something else is found where it stands", () => {
  const PasswordPolicies = { NetworkCheck: 60, PolicyRequirements: {}, Lists: [[], "a", {}] };
  expect(places({ ...soundMenuBar, PasswordPolicies })).toEqual([
    "PasswordPolicies.PolicyRequirements",
    "PasswordPolicies.Lists[0]",
    "PasswordPolicies.Lists[2]",
  ]);
});

it("it says once what is empty, and promises nothing that nobody documents", () => {
  const [list] = foundInLogin(emptyContainer, { ...soundLogin, DenyLocalExcluded: [] });
  expect(list?.title).toBe("DenyLocalExcluded is an empty list.");
  expect(list?.detail).not.toMatch(/empty list|for certain/);
  expect(list?.detail).toContain("not documented");
});

it("an entry of a list has no default, and none is spoken of", () => {
  const [item] = foundInLogin(emptyContainer, { ...soundLogin, DenyLocalExcluded: ["a", {}] });
  expect(item?.detail).not.toContain("default");
});
