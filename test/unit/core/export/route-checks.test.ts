import { describe, expect, it } from "vitest";
import { documentFor, type FileRoute } from "../../../../main/core/export/export-choice.ts";
import type { RouteCheck } from "../../../../main/core/export/route-check.ts";
import { routeChecks } from "../../../../main/core/export/route-checks.ts";
import type { ProfileDocument } from "../../../../main/core/profile/index.ts";
import { contoso, read } from "../profile/fixtures.ts";

const head = (id: string) => `<key>PayloadIdentifier</key><string>com.contoso.${id}</string>
  <key>PayloadUUID</key><string>0A0A0A0A-0000-4000-8000-00000000000${id.length}</string><key>PayloadVersion</key><integer>1</integer>`;

/** A profile with one payload, given as its settings. */
function profile(settings: string, type = "com.jamf.connect.login", scope = "System"): ProfileDocument {
  return read(`<plist version="1.0"><dict>${head("profile")}
    <key>PayloadType</key><string>Configuration</string><key>PayloadScope</key><string>${scope}</string>
    <key>PayloadContent</key><array><dict>${head("login")}<key>PayloadType</key><string>${type}</string>${settings}</dict></array>
  </dict></plist>`);
}

function checks(
  document: ProfileDocument,
  route: FileRoute,
  opened: ProfileDocument | null = document,
): Readonly<Record<string, RouteCheck>> {
  const domain = route === "plist" ? "com.jamf.connect.login" : null;
  const written = documentFor(document, { route, domain, blueprintReady: false });
  if (!written.ok) throw new Error(written.problem.title);
  const all = routeChecks({ route, written: written.value, document, opened });
  return Object.fromEntries(all.map((check) => [check.id, check]));
}

const text = (value: string) => `<key>LoginWindowMessage</key><string>${value}</string>`;

describe("characters", () => {
  it("are kept where the file is, and an emoji is not where Jamf Pro stores the settings", () => {
    const emoji = profile(text("Welcome \u{1f44b}"));
    expect(checks(emoji, "signed")["values"]?.state).toBe("fine");
    expect(checks(emoji, "mac")["emoji"]).toBeUndefined();
    for (const route of ["unsigned", "plist"] as const)
      expect(checks(emoji, route)["emoji"]).toMatchObject({
        state: "look",
        certainty: "inferred",
        places: [{ domain: "com.jamf.connect.login", keyPath: "LoginWindowMessage" }],
      });
  });

  it("like & and line breaks are kept in managed preferences and not in Apple's own payloads", () => {
    const settings = text("R&amp;D\nLab");
    expect(checks(profile(settings), "unsigned")).toMatchObject({
      values: {
        state: "fine",
        detail: "kept in this file, with &, < or ]]>, with a line break or tab in them",
      },
    });
    const apple = checks(profile(settings, "com.apple.loginwindow"), "unsigned");
    expect(apple).toMatchObject({ ampersand: { state: "look" }, "line-feed": { state: "look" } });
    expect(checks(profile(settings, "com.apple.loginwindow"), "signed")["ampersand"]).toBeUndefined();
  });

  it("of an address of a file pass here, and that the gateway refuses them is said", () => {
    const check = checks(profile(text("file:///Library/logo.png")), "unsigned")["file-address"];
    expect(check).toMatchObject({ state: "fine", detail: expect.stringContaining("gateway") });
  });
});

it("of a key that Apple does not define it is said what becomes of it on the route", () => {
  const odd = profile("<key>PayloadEnabled</key><true/>");
  const said = (route: FileRoute) => checks(odd, route)["inner-payload-enabled"]?.detail;
  expect(said("signed")).toContain("Jamf Pro keeps it");
  // A signed profile cannot be edited there.
  expect(said("signed")).not.toMatch(/remov/iu);
  expect(said("unsigned")).toContain("Removing the key in Jamf Pro");
  expect(said("mac")).toContain("It does nothing.");
});

it("an empty list and an inner PayloadEnabled are named with their places, each for its route", () => {
  const odd = profile("<key>PayloadEnabled</key><true/><key>OIDCAdmin</key><array/>");
  expect(checks(odd, "unsigned")).toMatchObject({
    empty: {
      state: "look",
      detail: expect.stringContaining("is not documented"),
      places: [{ keyPath: "OIDCAdmin" }],
    },
    "inner-payload-enabled": { state: "look" },
  });
  expect(checks(odd, "signed")["empty"]?.detail).toContain("Kept as written");
  expect(checks(odd, "plist")["inner-payload-enabled"]).toBeUndefined();
  const clean = checks(profile(text("Hello")), "unsigned");
  expect(Object.values(clean).filter(({ state }) => state === "look")).toEqual([]);
});

describe("identifiers", () => {
  const before = profile(text("Hello"));

  it("are the same as in the opened file", () => {
    expect(checks(before, "signed")["identifiers"]).toMatchObject({
      state: "fine",
      detail: "same as in the opened file",
    });
    expect(checks(before, "signed", null)["identifiers"]?.state).toBe("fine");
  });

  it("are looked at where the profile is another, has none, or two are the same", () => {
    const renamed = read(
      `<plist version="1.0"><dict>${head("another")}<key>PayloadType</key><string>Configuration</string><key>PayloadContent</key><array/></dict></plist>`,
    );
    expect(checks(renamed, "signed", before)["identifiers"]?.detail).toContain("installed beside it");
    const without = read(
      '<plist version="1.0"><dict><key>PayloadType</key><string>Configuration</string></dict></plist>',
    );
    expect(checks(without, "signed")["identifiers"]?.detail).toContain("does not install");
    const twin = profile("");
    const uuid = twin.root.entries.get("PayloadUUID");
    const inner = twin.root.entries.get("PayloadContent");
    if (uuid === undefined || inner?.kind !== "array" || inner.items[0]?.kind !== "dict") throw new Error();
    const payload = {
      kind: "dict" as const,
      entries: new Map([...inner.items[0].entries, ["PayloadUUID", uuid]]),
    };
    const entries = new Map([
      ...twin.root.entries,
      ["PayloadContent", { kind: "array" as const, items: [payload] }] as const,
    ]);
    const doubled = { ...twin, root: { kind: "dict" as const, entries } };
    expect(checks(doubled, "signed")["identifiers"]?.detail).toContain("one UUID");
  });
});

it("the scope has to be the Mac's", () => {
  expect(checks(profile(""), "signed")["scope"]?.state).toBe("fine");
  expect(checks(profile("", undefined, "User"), "signed")["scope"]).toMatchObject({ state: "look" });
});

it("what is not in the file is named, and payloads that Jamf Pro rewrites", () => {
  expect(checks(contoso(), "plist")["left-out"]).toMatchObject({
    state: "look",
    detail: "2 other domains and 1 other payload are not in this file. Save each domain as its own file.",
    places: [
      { domain: "com.jamf.connect", keyPath: "" },
      { domain: "com.jamf.connect.shares", keyPath: "" },
      { domain: "com.apple.notificationsettings", keyPath: "" },
    ],
  });
  expect(checks(contoso(), "unsigned")["other-payloads"]).toMatchObject({
    state: "look",
    title: "Jamf Pro may change or drop com.apple.notificationsettings.",
    detail: expect.stringContaining("Signed, it stays as written."),
  });
  expect(checks(contoso(), "signed")["left-out"]).toBeUndefined();
});

it("a secret is named by its key and never by its value", () => {
  const secret = profile("<key>OIDCClientSecret</key><string>canary-value</string>");
  const all = checks(secret, "signed");
  expect(all["secrets"]).toMatchObject({
    state: "look",
    detail: expect.stringContaining("OIDCClientSecret"),
  });
  expect(JSON.stringify(all)).not.toContain("canary-value");
});
