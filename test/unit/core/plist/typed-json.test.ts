import { describe, expect, test } from "vitest";
import { fromTypedJson, type PlistValue, toTypedJson } from "../../../../main/core/plist/index.ts";

describe("typed JSON", () => {
  test.each<[PlistValue, unknown]>([
    [{ kind: "integer", value: 1n }, 1],
    [{ kind: "real", value: 1 }, { $real: 1 }],
    [{ kind: "real", value: 1.5 }, 1.5],
    [{ kind: "real", value: Number.NaN }, { $real: "nan" }],
    [{ kind: "real", value: -0 }, { $real: "-0.0" }],
    [{ kind: "integer", value: 2n ** 53n }, { $integer: "9007199254740992" }],
    [{ kind: "integer", value: 2n ** 53n - 1n }, 9007199254740991],
    [{ kind: "uid", value: 5n }, { $uid: 5 }],
    [{ kind: "uid", value: 2n ** 60n }, { $uid: "1152921504606846976" }],
    [{ kind: "date", time: 0 }, { $date: "1970-01-01T00:00:00Z" }],
    [{ kind: "date", time: 1500 }, { $date: "1970-01-01T00:00:01.5Z" }],
    [{ kind: "data", bytes: new Uint8Array([255]) }, { $data: "/w==" }],
    [{ kind: "dict", entries: new Map([["$data", { kind: "boolean", value: true }]]) }, { $$data: true }],
    [{ kind: "dict", entries: new Map([["$$x", { kind: "boolean", value: true }]]) }, { $$$x: true }],
  ])("%o", (value, json) => {
    expect(toTypedJson(value)).toEqual(json);
    expect(fromTypedJson(json)).toEqual({ ok: true, value });
  });

  test("a key named __proto__ is a key", () => {
    const json = toTypedJson({
      kind: "dict",
      entries: new Map([["__proto__", { kind: "boolean", value: true }]]),
    });
    expect(JSON.stringify(json)).toBe('{"__proto__":true}');
    const value = fromTypedJson(JSON.parse('{"__proto__":{"a":1}}'));
    expect(value.ok && value.value.kind === "dict" && [...value.value.entries.keys()]).toEqual(["__proto__"]);
  });

  test.each<[unknown, string]>([
    [null, "At the top: found null"],
    [{ a: [true, null] }, "At a.1: found null"],
    [undefined, "At the top: found a undefined"],
    [2 ** 53, "At the top: found a number that is too large for JSON; write"],
    [Number.POSITIVE_INFINITY, "At the top: found no finite number"],
    [{ $data: "A" }, "At the top: found a $data that is not Base64"],
    [{ $date: "yesterday" }, "At the top: found a $date that is not a date"],
    [{ $real: "one" }, "At the top: found a $real that is not a number"],
    [{ $integer: 1.5 }, "At the top: found a $integer that is not a whole number"],
    [{ $integer: "9".repeat(60) }, "At the top: found a $integer that is not"],
    [{ $uid: -1 }, "At the top: found a $uid that is not"],
    [{ $what: 1 }, "At the top: found the unknown mark $what; write $$what"],
    [{ $data: "", more: 1 }, "At the top: found further keys beside $data"],
    [{ more: 1, $data: "" }, "At the top: found $data beside other keys"],
    [{ $toString: 1 }, "At the top: found the unknown mark $toString"],
    ["\ud800", "At the top: found a text with half of a surrogate pair"],
  ])("refuses %o", (json, detail) => {
    const result = fromTypedJson(json);
    expect(result.ok).toBe(false);
    expect(!result.ok && result.problem.detail).toContain(detail);
  });

  test("nesting beyond 512 levels is refused", () => {
    const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);
    expect(fromTypedJson(nested(512)).ok).toBe(true);
    expect(fromTypedJson(nested(513))).toMatchObject({ ok: false, problem: { code: "typed-json-too-deep" } });
  });
});
