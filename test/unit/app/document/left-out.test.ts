import { describe, expect, it } from "vitest";
import { settlePatch } from "../../../../main/app/document/left-out.ts";
import type { TypedJson } from "../../../../main/core/plist/typed-json.ts";
import {
  applyPatch,
  leaveOutSecrets,
  leftOutIn,
  listPayloads,
  type ProfileDocument,
  payloadValues,
  profileFromTypedJson,
} from "../../../../main/core/profile/index.ts";
import { openOf } from "../../../support/open-document.ts";

const mark = "left-out-0b2c4a6e";

type Settings = { readonly [key: string]: TypedJson };

function profile(...payloads: readonly Settings[]): ProfileDocument {
  const read = profileFromTypedJson(
    { PayloadType: "Configuration", PayloadContent: payloads },
    { fileName: null },
  );
  if (!read.ok) throw new Error(read.problem.title);
  return read.value;
}

const wifi = (uuid: string | null, password: string, more: Settings = {}): Settings => ({
  PayloadType: "com.apple.wifi.managed",
  ...(uuid === null ? {} : { PayloadUUID: uuid }),
  Password: password,
  ...more,
});

/** The passwords of a draft after they were taken from a file, null where one is still missing. */
function settled(draft: ProfileDocument, file: ProfileDocument): readonly unknown[] {
  const document = leaveOutSecrets(draft, mark);
  const patch = settlePatch(openOf(document, mark), { how: "file", path: null, file: "f" }, file);
  const whole = patch.ok ? applyPatch(document, patch.value) : null;
  const after = whole?.ok === true ? whole.value.document : document;
  const missing = new Set(leftOutIn(after, mark).map(({ path }) => path[1]));
  return listPayloads(after).map((payload, index) =>
    missing.has(index) ? null : (payloadValues(payload).entries.get("Password") as { value?: string })?.value,
  );
}

describe("values that a draft had left out, taken from a file", () => {
  const file = profile(wifi("A", "of-a"), wifi("B", "of-b"), wifi("C", "of-c"));

  it("come from the payload of the same UUID, wherever it stands", () => {
    const moved = profile(wifi("C", "x", { SSID: "c" }), wifi("A", "x", { SSID: "a" }), wifi("B", "x"));
    expect(settled(moved, file)).toEqual(["of-c", "of-a", "of-b"]);
  });

  it("come from the right one where payloads before it are gone, and not from a payload that took its place", () => {
    expect(settled(profile(wifi("B", "x", { SSID: "b" }), wifi("C", "x")), file)).toEqual(["of-b", "of-c"]);
    expect(settled(profile(wifi("A", "x"), wifi("N", "x"), wifi("C", "x")), file)).toEqual([
      "of-a",
      null,
      "of-c",
    ]);
  });

  it("stay missing where nobody can tell which one it was", () => {
    const twins = profile(wifi(null, "one"), wifi(null, "other"));
    expect(settled(profile(wifi(null, "x")), twins)).toEqual([null]);
    expect(settled(profile(wifi(null, "x"), wifi(null, "x")), twins)).toEqual(["one", "other"]);
  });

  it("come from the item of a list that it was", () => {
    const list = (items: readonly Settings[]) => wifi("A", "p", { List: items });
    const before = profile(
      list([
        { Name: "a", Secret: "1" },
        { Name: "b", Secret: "2" },
      ]),
    );
    const draft = leaveOutSecrets(profile(list([{ Name: "b", Secret: "2" }])), mark);
    const patch = settlePatch(openOf(draft, mark), { how: "file", path: null, file: "f" }, before);
    expect(JSON.stringify(patch)).toContain('"value":"2"');
    expect(JSON.stringify(patch)).not.toContain('"value":"1"');
  });
});
