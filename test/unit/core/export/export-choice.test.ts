import { describe, expect, it } from "vitest";
import { documentFor, type ExportChoice } from "../../../../main/core/export/export-choice.ts";
import { isBlueprintReady } from "../../../../main/core/export/identity-checks.ts";
import {
  compareProfiles,
  describeProfile,
  listPayloads,
  type ProfileDocument,
  writeProfile,
} from "../../../../main/core/profile/index.ts";
import { bare, contoso } from "../profile/fixtures.ts";

const choice = (wanted: Partial<ExportChoice>): ExportChoice => ({
  route: "signed",
  domain: null,
  blueprintReady: false,
  ...wanted,
});

function written(document: ProfileDocument, wanted: Partial<ExportChoice>): ProfileDocument {
  const made = documentFor(document, choice(wanted));
  if (!made.ok) throw new Error(made.problem.title);
  return made.value;
}

const head = (document: ProfileDocument) => describeProfile(document).profile;

describe("a profile for a route", () => {
  it("keeps every setting and its identity, whatever the form", () => {
    for (const route of ["signed", "unsigned", "mac"] as const) {
      const made = written(contoso(), { route });
      expect(compareProfiles(contoso(), made)).toEqual([]);
      expect(head(made)).toEqual(head(contoso()));
    }
    const forms = listPayloads(written(contoso(), { route: "unsigned" })).map(({ form }) => form);
    expect(forms).not.toContain("direct");
  });

  it("of one domain has an identity of its own, the same each time, and the other domain another", () => {
    const login = written(contoso(), { domain: "com.jamf.connect.login" });
    const menuBar = written(contoso(), { domain: "com.jamf.connect" });
    expect(head(login)).toEqual(head(written(contoso(), { domain: "com.jamf.connect.login" })));
    const identities = [contoso(), login, menuBar].flatMap((one) => [head(one)?.identifier, head(one)?.uuid]);
    expect(new Set(identities).size).toBe(6);
    const uuids = [login, menuBar].flatMap((one) => listPayloads(one).map(({ uuid }) => uuid));
    expect(new Set(uuids).size).toBe(uuids.length);
    expect(describeProfile(login).payloads.map(({ domain }) => domain)).toEqual(["com.jamf.connect.login"]);
  });

  it("that holds one domain only stays the same profile", () => {
    const login = written(contoso(), { domain: "com.jamf.connect.login" });
    expect(written(login, { domain: "com.jamf.connect.login" }).root).toEqual(login.root);
  });

  it("is ready for a Blueprint when that is asked, with the same settings and the same profile", () => {
    const ready = written(contoso(), { blueprintReady: true });
    expect(isBlueprintReady(contoso())).toBe(false);
    expect(isBlueprintReady(ready)).toBe(true);
    expect(head(ready)).toEqual(head(contoso()));
    expect(compareProfiles(contoso(), ready)).toEqual([]);
    expect(written(ready, { blueprintReady: true }).root).toEqual(ready.root);
  });
});

it("a property list holds the settings of its domain and no payload keys", () => {
  const made = written(contoso(), { route: "plist", domain: "com.jamf.connect.login" });
  expect([...made.root.entries.keys()].filter((key) => key.startsWith("Payload"))).toEqual([]);
  expect(writeProfile(made, { to: "plist" })).toMatchObject({ ok: true });
});

it("a domain that the profile does not have is said, and so is a bare list that has none", () => {
  expect(documentFor(contoso(), choice({ domain: "com.example" }))).toMatchObject({
    ok: false,
    problem: { code: "domain-missing" },
  });
  expect(documentFor(bare("<key>Unknown</key><true/>"), choice({}))).toMatchObject({
    ok: false,
    problem: { code: "domain-unknown" },
  });
});
