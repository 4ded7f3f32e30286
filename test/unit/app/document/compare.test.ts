import { expect, test } from "vitest";
import { comparedViews } from "../../../../main/app/document/compare.ts";
import type { TypedJson } from "../../../../main/core/plist/typed-json.ts";
import { compareProfiles, profileFromTypedJson } from "../../../../main/core/profile/index.ts";
import { run } from "../../../../main/hosts/command-line/commands/diff.ts";
import { recordingTerminal } from "../../../support/recording-terminal.ts";

const profileOf = (login: TypedJson, menuBar: TypedJson): TypedJson => ({
  PayloadType: "Configuration",
  PayloadContent: [
    { PayloadType: "com.jamf.connect.login", ...(login as Record<string, TypedJson>) },
    { PayloadType: "com.jamf.connect", ...(menuBar as Record<string, TypedJson>) },
  ],
});
const before = profileOf(
  { OIDCProvider: "EntraID", OIDCClientSecret: "first-secret", OIDCNewPassword: false, OIDCShortName: "upn" },
  {},
);
const after = profileOf(
  { OIDCProvider: "EntraID", OIDCClientSecret: "second-secret", OIDCNewPassword: true, OIDCAdmin: ["Admin"] },
  { IdPSettings: { Provider: "EntraID", ClientSecret: "third-secret" } },
);

function document(json: TypedJson) {
  const read = profileFromTypedJson(json, { fileName: null });
  if (!read.ok) throw new Error(read.problem.title);
  return read.value;
}

test("settings are compared by key, with both values, and what only one side has", () => {
  const views = comparedViews(document(before), document(after));
  expect(views.map(({ keyPath, before: old, after: now }) => [keyPath, old, now])).toEqual([
    ["OIDCClientSecret", "", ""],
    ["OIDCNewPassword", "false", "true"],
    ["OIDCShortName", '"upn"', null],
    ["OIDCAdmin", null, '["Admin"]'],
    ["IdPSettings", null, '{"Provider":"EntraID","ClientSecret":"(secret, not shown)"}'],
  ]);
  expect(comparedViews(document(before), document(before))).toEqual([]);
});

test("the app finds the keys that diff finds", () => {
  const keys = ({ domain, keyPath }: { readonly domain: string | null; readonly keyPath: string }) => [
    domain,
    keyPath,
  ];
  expect(comparedViews(document(before), document(after)).map(keys)).toEqual(
    compareProfiles(document(before), document(after)).map(keys),
  );
});

test("attack: neither the app nor diff shows a secret, also where a whole dictionary is new", async () => {
  const shown = JSON.stringify(comparedViews(document(before), document(after)));
  expect(shown).not.toMatch(/(?:first|second|third)-secret/);
  const contents: Readonly<Record<string, TypedJson>> = { "a.json": before, "b.json": after };
  const terminal = {
    ...recordingTerminal(),
    readFile: async (path: string) => Buffer.from(JSON.stringify(contents[path])),
  };
  const call = { positionals: ["a.json", "b.json"], options: {}, json: false };
  expect(await run(call as unknown as Parameters<typeof run>[0], terminal)).toBe(1);
  expect(terminal.out()).toContain("IdPSettings");
  expect(terminal.out()).not.toMatch(/(?:first|second|third)-secret/);
});
