import { describe, expect, test } from "vitest";
import { readPlist, toTypedJson } from "../../../../main/core/plist/index.ts";
import {
  compareProfiles,
  describeProfile,
  type ProfileDocument,
  readProfile,
  type WriteOptions,
  writeProfile,
} from "../../../../main/core/profile/index.ts";
import { bare, contoso, layers, read } from "./fixtures.ts";

function write(document: ProfileDocument, options: WriteOptions): Uint8Array {
  const result = writeProfile(document, options);
  if (!result.ok) throw new Error(`${result.problem.title} ${result.problem.detail}`);
  return result.value;
}

/** Writes and reads again. */
function through(
  document: ProfileDocument,
  options: WriteOptions,
  fileName: string | null = null,
): ProfileDocument {
  const result = readProfile(write(document, options), { fileName });
  if (!result.ok) throw new Error(result.problem.detail);
  return result.value;
}

/** A wrapper for com.contoso.app; SET stands for a list with one set of settings. */
function wrapped(modes: string): ProfileDocument {
  const set =
    "<array><dict><key>mcx_preference_settings</key><dict><key>A</key><true/></dict></dict></array>";
  return read(
    `<plist><dict><key>PayloadContent</key><array><dict><key>PayloadType</key><string>com.apple.ManagedClient.preferences</string><key>PayloadContent</key><dict><key>com.contoso.app</key><dict>${modes.replaceAll("SET", set)}</dict></dict></dict></array></dict></plist>`,
  );
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("the whole document", () => {
  test.each(["mobileconfig", "plist", "binary-plist"] as const)("is equal in value as %s", (to) => {
    const document = contoso();
    expect(toTypedJson(through(document, { to }).root)).toEqual(toTypedJson(document.root));
  });

  test("as JSON is typed JSON, with a line break at the end", () => {
    const written = text(write(contoso(), { to: "json" }));
    expect(JSON.parse(written)).toEqual(toTypedJson(contoso().root));
    expect(written.endsWith("}\n")).toBe(true);
  });

  test("as XML looks as Apple writes it", () => {
    const document = bare(
      "<key>A</key><string>a &amp; b</string><key>B</key><array/><key>C</key><data>AAEC</data><key>D</key><dict/>",
    );
    expect(text(write(document, { to: "plist" }))).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
        '<plist version="1.0">',
        "<dict>",
        "\t<key>A</key>",
        "\t<string>a &amp; b</string>",
        "\t<key>B</key>",
        "\t<array/>",
        "\t<key>C</key>",
        "\t<data>",
        "\tAAEC",
        "\t</data>",
        "\t<key>D</key>",
        "\t<dict/>",
        "</dict>",
        "</plist>",
        "",
      ].join("\n"),
    );
  });
});

describe("one domain", () => {
  test("gives its settings without Payload keys", () => {
    const document = through(contoso(), { to: "plist", domain: "com.jamf.connect.login" });
    expect(document.format).toBe("plist");
    expect(toTypedJson(document.root)).toEqual(describeProfile(contoso()).payloads[0]?.values);
  });

  test("of a wrapper", () => {
    const document = through(contoso(), { to: "binary-plist", domain: "com.jamf.connect.shares" });
    expect(document.encoding).toBe("binary");
    expect(toTypedJson(document.root)).toEqual(describeProfile(contoso()).payloads[2]?.values);
  });

  test("as mobileconfig is a profile with that payload alone, under the same identity", () => {
    const document = through(contoso(), { to: "mobileconfig", domain: "com.jamf.connect.login" });
    const { profile, payloads } = describeProfile(document);
    expect(profile).toEqual(describeProfile(contoso()).profile);
    expect(payloads).toEqual([describeProfile(contoso()).payloads[0]]);
  });

  test("as mobileconfig out of a shared wrapper leaves the other domains out", () => {
    const document = through(contoso(), { to: "mobileconfig", domain: "com.jamf.connect.shares" });
    expect(describeProfile(document).payloads.map(({ domain }) => domain)).toEqual([
      "com.jamf.connect.shares",
    ]);
  });

  test("that is not there", () => {
    const result = writeProfile(contoso(), { to: "plist", domain: "com.contoso.app" });
    expect(result).toMatchObject({ ok: false, problem: { code: "domain-missing" } });
    expect(!result.ok && result.problem.detail).toContain(
      "com.jamf.connect.login, com.jamf.connect, com.jamf.connect.shares",
    );
  });
});

describe("forms", () => {
  test.each(["direct", "managed-preferences"] as const)(
    "all payloads of preferences become %s, the others stay",
    (form) => {
      const { payloads } = describeProfile(through(contoso(), { to: "mobileconfig", form }));
      expect(payloads.map(({ domain }) => domain)).toEqual([
        "com.jamf.connect.login",
        "com.jamf.connect",
        "com.jamf.connect.shares",
        null,
      ]);
      expect(payloads.map((payload) => payload.form)).toEqual([form, form, form, "other"]);
    },
  );

  test("there and back is equal in value, identities included", () => {
    const direct = through(contoso(), {
      to: "mobileconfig",
      form: "direct",
      domain: "com.jamf.connect.login",
    });
    const wrapped = through(direct, { to: "mobileconfig", form: "managed-preferences" });
    const back = through(wrapped, { to: "mobileconfig", form: "direct" });
    expect(toTypedJson(back.root)).toEqual(toTypedJson(direct.root));
  });

  test("the settings are the same in both", () => {
    const direct = through(contoso(), { to: "mobileconfig", form: "direct" });
    const wrapped = through(contoso(), { to: "mobileconfig", form: "managed-preferences" });
    expect(compareProfiles(direct, wrapped)).toEqual([]);
    expect(compareProfiles(contoso(), wrapped)).toEqual([]);
  });

  test("a wrapper of two domains becomes two payloads with identities of their own, the same each time", () => {
    const [, first, second] = describeProfile(
      through(contoso(), { to: "mobileconfig", form: "direct" }),
    ).payloads;
    expect(first?.uuid).toBe("6E5C9B9F-8F1C-4F3D-8D4A-1C8B2D3E4F50");
    expect(second?.uuid).not.toBe(first?.uuid);
    expect(second?.identifier).toBe("com.contoso.jamfconnect.menubar.com.jamf.connect.shares");
    expect(text(write(contoso(), { to: "mobileconfig", form: "direct" }))).toBe(
      text(write(contoso(), { to: "mobileconfig", form: "direct" })),
    );
  });

  test.each<[string, ProfileDocument]>([
    ["several sets of settings", layers()],
    ["settings that users may change", wrapped("<key>Forced</key>SET<key>Set-Once</key>SET")],
    ["settings that are not forced", wrapped("<key>Often</key>SET")],
    [
      "settings whose names begin with Payload",
      read(
        "<plist><dict><key>PayloadContent</key><array><dict><key>PayloadType</key><string>com.apple.ManagedClient.preferences</string><key>PayloadContent</key><dict><key>com.contoso.app</key><dict><key>Forced</key><array><dict><key>mcx_preference_settings</key><dict><key>PayloadUUID</key><string>x</string></dict></dict></array></dict></dict></dict></array></dict></plist>",
      ),
    ],
  ])("what the direct form cannot say stays wrapped: %s", (_, document) => {
    expect(toTypedJson(through(document, { to: "mobileconfig", form: "direct" }).root)).toEqual(
      toTypedJson(document.root),
    );
  });

  test("a wrapper for a domain of Apple's stays, because the type of the same name may mean something else", () => {
    const document = read(
      "<plist><dict><key>PayloadContent</key><array><dict><key>PayloadType</key><string>com.apple.ManagedClient.preferences</string><key>PayloadContent</key><dict><key>com.apple.screensaver</key><dict><key>Forced</key><array><dict><key>mcx_preference_settings</key><dict><key>idleTime</key><integer>5</integer></dict></dict></array></dict></dict></dict></array></dict></plist>",
    );
    expect(toTypedJson(through(document, { to: "mobileconfig", form: "direct" }).root)).toEqual(
      toTypedJson(document.root),
    );
  });

  test("what is in the asked form already is left alone, layers and all", () => {
    const document = layers();
    expect(toTypedJson(through(document, { to: "mobileconfig", form: "managed-preferences" }).root)).toEqual(
      toTypedJson(document.root),
    );
  });
});

describe("a bare plist", () => {
  const document = bare(
    "<key>OIDCProvider</key><string>Azure</string><key>PayloadUUID</key><string>old</string>",
  );

  test.each([undefined, "direct", "managed-preferences"] as const)("becomes a profile (form %s)", (form) => {
    const wrapped = through(
      document,
      form === undefined ? { to: "mobileconfig" } : { to: "mobileconfig", form },
    );
    const { profile, payloads } = describeProfile(wrapped);
    expect(payloads).toMatchObject([
      { domain: "com.jamf.connect.login", form: form ?? "direct", values: { OIDCProvider: "Azure" } },
    ]);
    expect(profile?.scope).toBe("System");
    expect(new Set([profile?.uuid, payloads[0]?.uuid, "old"]).size).toBe(3);
    expect(compareProfiles(document, wrapped)).toEqual([]);
  });

  test("gets the same identity each time, and another one for other settings", () => {
    const uuid = (content: string) =>
      describeProfile(through(bare(content), { to: "mobileconfig" })).profile?.uuid;
    const settings = "<key>OIDCProvider</key><string>Azure</string>";
    expect(uuid(settings)).toBe(uuid(settings));
    expect(uuid(settings)).not.toBe(uuid("<key>OIDCProvider</key><string>Okta</string>"));
  });

  test("without a domain cannot", () => {
    const unknown = bare("<key>A</key><true/>");
    expect(writeProfile(unknown, { to: "mobileconfig" })).toMatchObject({
      ok: false,
      problem: { code: "domain-unknown" },
    });
    expect(
      describeProfile(through(unknown, { to: "mobileconfig", domain: "com.contoso.app" })).payloads,
    ).toMatchObject([{ domain: "com.contoso.app" }]);
  });
});

describe("texts that XML cannot hold", () => {
  const binary = Buffer.from("62706c6973743030d101025141510108 0a0c".replaceAll(" ", ""), "hex");
  const trailer = Buffer.from(
    `0000000000000101${"00".repeat(7)}03${"00".repeat(8)}${"00".repeat(7)}0f`,
    "hex",
  );

  test("stop an XML export and pass a binary one", () => {
    const bytes = Buffer.concat([binary.subarray(0, 15), Buffer.from([0x08, 0x0b, 0x0d]), trailer]);
    expect(readPlist(bytes)).toMatchObject({ ok: true });
    const result = readProfile(bytes, { fileName: null });
    if (!result.ok) throw new Error(result.problem.detail);
    expect(writeProfile(result.value, { to: "plist" })).toMatchObject({
      ok: false,
      problem: { code: "text-not-writable" },
    });
    expect(writeProfile(result.value, { to: "binary-plist" }).ok).toBe(true);
  });
});
