import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { whatWasDropped } from "../../../../main/core/dropped/what-was-dropped.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const one = (path: string, head: string) => {
  const dropped = whatWasDropped([{ path, head }], false);
  return dropped.kind === "refused" ? dropped.problem.code : dropped.kind;
};
const xml = '<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">';
const logLine =
  "2026-11-29 10:14:02.123456+0100 0x1a2b Default 0x0 412 0 SecurityAgentHelper: (JamfConnectLogin) [com.jamf.connect.login:auth] started\n";

describe("one file", () => {
  test.each([
    ["a profile by its name, whatever is in it", "staff.mobileconfig", "garbage", "profile"],
    ["a profile by its beginning", "export.txt", xml, "profile"],
    ["a binary property list", "settings", "bplist00\u00d1", "profile"],
    ["a profile as Base64", "blob.txt", btoa(`${xml}${" ".repeat(80)}`), "profile"],
    ["a profile in escaped XML", "answer.txt", "&lt;?xml version=&quot;1.0&quot;?&gt;&lt;plist", "profile"],
    [
      "an answer of a server with a profile",
      "answer.json",
      '{"general":{"id":7,"payloads":"<?xml',
      "profile",
    ],
    [
      "a Terraform file with a profile",
      "main.tf",
      'resource "x" "y" {\n payloads = <<EOT\n<plist>',
      "profile",
    ],
    ["policies", "policy.json", '{"displayName":"CA001","state":"enabled","conditions":{', "policies"],
    ["policies of Terraform", "ca.tf", 'resource "azuread_conditional_access_policy" "x" {', "policies"],
    ["a log of the Mac by its beginning", "from-helpdesk.txt", logLine.repeat(3), "mac-log"],
    ["a log of the Mac by its name", "jamf_login.log", "", "mac-log"],
    ["a log of the Mac as JSON", "log.json", '[{"traceID":1,"eventMessage":"x"}', "mac-log"],
    ["an error text", "mail.txt", "AADSTS50076: Due to a configuration change", "error-text"],
    ["an error body", "answer.json", '{"error":"invalid_grant","error_codes":[50076]}', "error-text"],
    [
      "a row of a sign-in log",
      "row.json",
      '{"clientAppUsed":"ROPC","status":{"errorCode":50076}}',
      "error-text",
    ],
    ["a sign-in log as JSON", "log.json", '[{"createdDateTime":"x","clientAppUsed":"ROPC"}', "sign-in-log"],
    ["a sign-in log as CSV", "log.csv", "Date (UTC),Request ID,User,Status\n", "sign-in-log"],
    ["a sign-in log of Log Analytics", "query_data.csv", "ResultType,UserPrincipalName\n", "sign-in-log"],
    ["a sign-in log that is packed", "signins.json.gz", "\u001f\u008b", "sign-in-log"],
    [
      "a sign-in log whose first row is longer than what is seen of it",
      "log.json",
      `{"clientAppUsed":"ROPC","x":"${"x".repeat(8200)}`.slice(0, 8192),
      "sign-in-log",
    ],
    ["what nobody knows", "picture.png", "\u0089PNG\r\n\u001a\n\0", "profile"],
  ])("is recognised: %s", (_what, path, head, expected) => {
    expect(one(path, head)).toBe(expected);
  });
});

describe("a folder, or files together", () => {
  const many = (...files: readonly (readonly [string, string])[]) =>
    whatWasDropped(
      files.map(([path, head]) => ({ path, head })),
      true,
    );
  const policy = '{"displayName":"CA001","grantControls":{';

  test("of policies gives its JSON files, the named locations too", () => {
    expect(
      many(["a/ca1.json", policy], ["a/readme.md", "# x"], ["a/places.json", '{"ipRanges":[]}']),
    ).toEqual({
      kind: "policies",
      files: [0, 2],
    });
  });

  test("of logs gives everything, because reading chooses by name", () => {
    expect(many(["logs/jamf_login.log", ""], ["Info.plist", xml])).toMatchObject({
      kind: "mac-log",
      files: [0, 1],
    });
    expect(many(["system.log", logLine], ["staff.mobileconfig", xml])).toMatchObject({ kind: "mac-log" });
  });

  test("with one profile opens it, and with several says so", () => {
    expect(many(["readme.md", "# x"], ["staff.mobileconfig", xml])).toEqual({ kind: "profile", files: [1] });
    expect(many(["a.mobileconfig", xml], ["b.mobileconfig", xml])).toMatchObject({
      problem: { code: "several-profiles" },
    });
  });

  test("of sign-in logs gives all that are called like logs, and an empty one is said to be empty", () => {
    expect(
      many(
        ["x/InteractiveSignIns.csv", "Request ID,User\n"],
        ["x/AuthDetails.csv", ""],
        ["x/older.json.gz", ""],
        ["x/notes.md", ""],
      ),
    ).toEqual({ kind: "sign-in-log", files: [0, 1, 2] });
    expect(many()).toMatchObject({ problem: { code: "nothing-dropped" } });
  });
});

test("any names and beginnings are taken, and no place is named that was not given", () => {
  const file = fc.record({
    path: fc.string({ maxLength: 30 }),
    head: fc.string({ unit: "binary", maxLength: 200 }),
  });
  assertProperty(
    fc.property(fc.array(file, { maxLength: 5 }), fc.boolean(), (files, isTogether) => {
      const dropped = whatWasDropped(files, isTogether);
      if (dropped.kind === "refused") expect(dropped.problem.fix).not.toBe("");
      else {
        expect(dropped.files.length).toBeGreaterThan(0);
        for (const place of dropped.files) expect(files[place]).toBeDefined();
      }
    }),
    "dear",
  );
});
