import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareStored } from "../../../../main/core/jamf-pro/compare-stored.ts";
import { payloadsOnWire } from "../../../../main/core/jamf-pro/payload-text.ts";
import { readXmlTree } from "../../../../main/core/jamf-pro/xml-tree.ts";
import { readPlistText } from "../../../../main/core/plist/index.ts";
import { decodeOnce } from "../../../../main/practice-jamf-pro/classic/store-payloads.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { direct, login, managed, profile } from "./fixtures.ts";

const character = fc.oneof(
  fc.constantFrom("&", "<", ">", "]", '"', "'", ";", "#", "&amp;", "]]>", "${", "\r", "\n", "\t"),
  fc.integer({ min: 0x20, max: 0xd7ff }).map((code) => String.fromCharCode(code)),
);
const text = fc.array(character, { maxLength: 12 }).map((parts) => parts.join(""));
const settings = fc.dictionary(
  text.filter((key) => key !== "" && !/^\$|\r/.test(key)),
  text,
  { maxKeys: 5 },
);

it("what stands on the wire is what was meant, after the one decoding too many of the server", () => {
  assertProperty(
    fc.property(settings, (values) => {
      const { root } = profile([managed(login, values)]);
      const wire = payloadsOnWire(root);
      if (!wire.ok) throw new Error(wire.problem.title);
      const received = readXmlTree(`<payloads>${wire.value}</payloads>`)?.text ?? "";
      const read = readPlistText(decodeOnce(received));
      if (!read.ok) throw new Error(read.problem.title);
      const found = compareStored(
        profile([managed(login, values)]),
        { ...profile([]), root: asDict(read.value.value) },
        "kept",
      );
      expect(found.differences.filter(({ kind }) => kind !== "usual")).toEqual([]);
    }),
  );
});

function asDict(value: unknown) {
  return value as ReturnType<typeof profile>["root"];
}

describe("compareStored", () => {
  it("counts equal settings and finds nothing in the same", () => {
    const document = profile([managed(login, { A: 1, B: { C: [1, 2] } })]);
    expect(compareStored(document, document, "kept")).toEqual({ differences: [], equal: 3 });
  });

  it("is exact in both directions: a value more on the server is as unexplained as one less", () => {
    const sent = profile([managed(login, { OIDCAdmin: ["MacAdmin"], A: 1 })]);
    const stored = profile([managed(login, { OIDCAdmin: ["MacAdmin", "Helpdesk"], B: true })]);
    expect(compareStored(sent, stored, "kept").differences).toMatchObject([
      {
        domain: login,
        keyPath: "OIDCAdmin",
        sent: ["MacAdmin"],
        stored: ["MacAdmin", "Helpdesk"],
        kind: "unexplained",
      },
      { keyPath: "A", sent: 1, stored: null, kind: "unexplained" },
      { keyPath: "B", sent: null, stored: true, kind: "unexplained" },
    ]);
  });

  it("tells kinds of numbers apart, and a payload that is gone by its settings", () => {
    const sent = profile([managed(login, { A: 1 }), managed("com.jamf.connect", { B: 2 })]);
    const stored = profile([managed(login, { A: { $real: 1 } })]);
    expect(compareStored(sent, stored, "kept").differences).toMatchObject([
      { domain: login, keyPath: "A", stored: { $real: 1 }, kind: "unexplained" },
      { domain: "com.jamf.connect", keyPath: "B", stored: null, kind: "unexplained" },
    ]);
  });

  it("attack: a secret that was changed on the server is named and never shown", () => {
    const sent = profile([managed(login, { OIDCClientSecret: "first-canary" })]);
    const stored = profile([managed(login, { OIDCClientSecret: "second-canary" })]);
    const found = compareStored(sent, stored, "kept");
    expect(found.differences).toMatchObject([{ keyPath: "OIDCClientSecret", kind: "unexplained" }]);
    expect(JSON.stringify(found)).not.toContain("canary");
  });

  it("direct form and managed preferences of the same settings are equal, as they are for a Mac", () => {
    const sent = profile([managed(login, { A: 1 })]);
    const stored = profile([direct(login, { A: 1 })]);
    expect(compareStored(sent, stored, "kept").differences).toEqual([]);
  });
});
