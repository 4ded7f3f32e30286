import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "@cdktf/hcl2json";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { deliveryCode } from "../../../../main/core/jamf-pro/as-code.ts";
import { deliveryOf } from "../../../../main/core/jamf-pro/delivery-form.ts";
import { equalValues, readPlistText } from "../../../../main/core/plist/index.ts";
import type { ProfileDocument } from "../../../../main/core/profile/index.ts";
import { unseen } from "../../../../main/core/text/unseen.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { login, managed, profile } from "./fixtures.ts";

const workshop = mkdtempSync(join(tmpdir(), "latchkey-code-"));
afterAll(() => rmSync(workshop, { recursive: true, force: true }));

function code(document: ProfileDocument, format: "terraform" | "jamf-cli"): string {
  const made = deliveryCode(document, format);
  if (!made.ok) throw new Error(made.problem.title);
  return made.value;
}

type Hcl = {
  readonly variable?: Readonly<Record<string, readonly { readonly sensitive: boolean }[]>>;
  readonly resource: Readonly<
    Record<
      string,
      Readonly<Record<string, readonly { readonly general: Readonly<Record<string, unknown>> }[]>>
    >
  >;
};

/** What HashiCorp's own parser reads; it leaves its marks for what is no template, so they are taken off. */
async function read(
  text: string,
): Promise<{ readonly hcl: Hcl; readonly general: Readonly<Record<string, unknown>> }> {
  const hcl = (await parse("delivery.tf", text)) as Hcl;
  const [resource] = Object.values(hcl.resource["jamfplatform_pro_macos_configuration_profile"] ?? {});
  const general = resource?.[0]?.general ?? {};
  const plain = Object.entries(general).map(
    ([key, value]) =>
      [
        key,
        typeof value === "string" ? value.replaceAll(`$${"$"}{`, `${"$"}{`).replaceAll("%%{", "%{") : value,
      ] as const,
  );
  return { hcl, general: Object.fromEntries(plain) };
}

function holds(text: unknown, document: ProfileDocument): boolean {
  const wanted = deliveryOf(document);
  const got = readPlistText(String(text));
  return wanted.ok && got.ok && equalValues(wanted.value.document.root, got.value.value);
}

/** Runs the script with a stand-in for jamf-cli that keeps its arguments and the file. */
function runScript(script: string, environment: Record<string, string> = {}) {
  const folder = mkdtempSync(join(workshop, "run-"));
  const standIn = join(folder, "jamf-cli");
  writeFileSync(
    standIn,
    '#!/bin/sh\nfor argument in "$@"; do printf "%s\\0" "$argument" >>"$RECORD/arguments"; file=$argument; done\ncp "$file" "$RECORD/profile"\n',
  );
  chmodSync(standIn, 0o700);
  execFileSync("/bin/sh", ["-c", script], {
    env: { PATH: `${folder}:${process.env["PATH"] ?? ""}`, RECORD: folder, TMPDIR: folder, ...environment },
  });
  const given = readFileSync(join(folder, "arguments"), "utf8").split("\0").slice(0, -1);
  return { given, sent: readFileSync(join(folder, "profile"), "utf8") };
}

const nasty = [
  "plain",
  "quotes \" and ' and \\",
  "line\nfeed",
  ["$", "{var.secret}"].join(""),
  ["$$", "{twice}"].join(""),
  "%{ if true }",
  "%%{x}",
  "$(touch /tmp/x) `id` ; rm -rf /",
  "tab\there, \u202e turned, \u200b zero",
  "EOT",
  "$",
  "%",
  "\\n",
];

describe("terraform", () => {
  it.each(nasty)(
    "attack: %j in name and values is text for HashiCorp's parser and nothing else",
    async (text) => {
      const document = profile([managed(login, { LoginWindowMessage: text, [`key ${text}`]: text })], text);
      const { general } = await read(code(document, "terraform"));
      expect(general["name"]).toBe(text.trim());
      expect(holds(general["payloads"], document)).toBe(true);
    },
  );

  it("is one resource with an empty scope and Newly Assigned", async () => {
    const { hcl, general } = await read(code(profile([managed(login, { A: 1 })]), "terraform"));
    expect(Object.keys(hcl.resource["jamfplatform_pro_macos_configuration_profile"] ?? {})).toEqual([
      "jamf_connect_staff",
    ]);
    expect(general).toMatchObject({
      level: "Computer Level",
      redeploy_on_update: "Newly Assigned",
      user_removable: false,
    });
  });

  it("attack: a secret of the profile gets into the code: it is a sensitive variable", async () => {
    const document = profile([managed(login, { OIDCClientSecret: "canary", A: 1 })]);
    const text = code(document, "terraform");
    expect(text).not.toContain("canary");
    const { hcl } = await read(text);
    expect(hcl.variable).toMatchObject({ com_jamf_connect_login_OIDCClientSecret: [{ sensitive: true }] });
    expect(text).toContain(["<string>$", "{var.com_jamf_connect_login_OIDCClientSecret}</string>"].join(""));
  });

  it("holds no character that is not seen, so that what is printed is what there is", () => {
    const text = code(profile([managed(login, { A: nasty.join(" ") })]), "terraform");
    expect(text.replaceAll("\n", "").search(unseen)).toBe(-1);
  });
});

describe("jamf-cli", () => {
  it.each(nasty)("attack: %j in name and values is one argument and one value", (text) => {
    const document = profile([managed(login, { LoginWindowMessage: text })], text);
    const { given, sent } = runScript(code(document, "jamf-cli"));
    expect(given.slice(0, 6)).toEqual([
      "pro",
      "classic-macos-config-profiles",
      "apply",
      "--name",
      text.trim(),
      "--mobileconfig-file",
    ]);
    expect(given).toHaveLength(7);
    expect(holds(sent, document)).toBe(true);
  });

  it("attack: a secret of the profile gets into the script: it comes from the environment of whoever runs it", () => {
    const document = profile([managed(login, { OIDCClientSecret: "canary" })]);
    const script = code(document, "jamf-cli");
    expect(script).not.toContain("canary");
    const { given, sent } = runScript(script, { COM_JAMF_CONNECT_LOGIN_OIDCCLIENTSECRET: "canary" });
    expect(given.join(" ")).not.toContain("canary");
    expect(holds(sent, document)).toBe(true);
    expect(() => runScript(script)).toThrow(/COM_JAMF_CONNECT_LOGIN_OIDCCLIENTSECRET/);
  });
});

it("characters that HCL would bring into another form stay what they are in the payload", async () => {
  for (const value of ["\u2126", "e\u0301", "\u1112\u1161\u11ab", "\u0301x"]) {
    const document = profile([managed(login, { LoginWindowMessage: value })]);
    const { general } = await read(code(document, "terraform"));
    expect(holds(general["payloads"], document), JSON.stringify(value)).toBe(true);
  }
});

it("any text survives the way through HashiCorp's parser", async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "$",
      "%",
      "{",
      "}",
      '"',
      "\\",
      "\n",
      "\t",
      "&",
      "<",
      "]]>",
      ["$", "{"].join(""),
      "%{",
      "~",
    ),
    fc.integer({ min: 0x20, max: 0xd7ff }).map((point) => String.fromCharCode(point)),
  );
  const text = fc.array(piece, { minLength: 1, maxLength: 10 }).map((parts) => parts.join(""));
  await assertProperty(
    fc.asyncProperty(text, async (value) => {
      const document = profile([managed(login, { LoginWindowMessage: value })], `x${value}x`);
      const { general } = await read(code(document, "terraform"));
      // HCL knows texts in the form NFC only, and a name has no other way to be written.
      expect(general["name"]).toBe(`x${value}x`.normalize("NFC"));
      expect(holds(general["payloads"], document)).toBe(true);
    }),
    "dear",
  );
});
