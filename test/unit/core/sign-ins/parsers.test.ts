import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  beginningHour,
  createSplitter,
  delimiterOf,
  fitsBaselineChange,
  framingOf,
  readCsvRecords,
  readHeader,
  readSince,
  rhythmOf,
} from "../../../../main/core/sign-ins/index.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { portalCsv, portalHeader, testRow } from "../../../support/sign-in-rows.ts";

function split(
  text: string,
  depth: number,
  pieces: readonly number[] = [],
): readonly (readonly [number, string])[] {
  const found: [number, string][] = [];
  const splitter = createSplitter(
    depth,
    1e6,
    ({ line, bytes }) => found.push([line, new TextDecoder().decode(bytes)]),
    (line) => found.push([line, "too large"]),
    (line) => found.push([line, "broken"]),
  );
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  for (const piece of [...pieces, bytes.length]) {
    splitter.push(bytes.slice(at, at + piece));
    at += piece;
  }
  const unfinished = splitter.end();
  if (unfinished !== null) found.push([unfinished.line, "unfinished"]);
  return found;
}

describe("records are parted", () => {
  it("whatever they hold and however the text is cut, and each is what it was", () => {
    assertProperty(
      fc.property(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), { maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 20 }),
        fc.constantFrom(0, 1, 2, 3),
        (records, pieces, depth) => {
          const texts = records.map((record) => JSON.stringify(record));
          const inner = texts.join(depth === 0 ? "\n" : ",\n");
          const text =
            ["", "[", '{"value":[', '[{"records":['][depth] + inner + ["", "]", "]}", "]}]"][depth];
          expect(split(text, depth, pieces).map(([, record]) => record)).toEqual(texts);
        },
      ),
    );
  });

  it("with the line on which each begins, and what is broken or not finished is told", () => {
    expect(split('[\n{"a":1},\n{"b":"x\n},\n{"c":3},\n{"d":', 1)).toEqual([
      [2, '{"a":1}'],
      [3, "broken"],
      [5, '{"c":3}'],
      [6, "unfinished"],
    ]);
  });

  it("and one that is too large is left out, not the ones after it", () => {
    const long = JSON.stringify({ a: "x".repeat(1_100_000) });
    expect(split(`[${long},{"b":2}]`, 1)).toEqual([
      [1, "too large"],
      [1, '{"b":2}'],
    ]);
  });
});

describe("the form of a file", () => {
  it.each([
    ["[]", { kind: "json", depth: 1 }],
    [' [ {"records" : [', { kind: "json", depth: 3 }],
    ['{"@odata.context":"[x]","value":[{"id":1', { kind: "json", depth: 2, arrayAt: 32 }],
    ['{"a":{"value":[1]}}', { kind: "json", depth: 0 }],
    ['{"id":1,\n"x":2}', { kind: "json", depth: 0, lines: false }],
    ['{"id":1}\n{"id":2}', { kind: "json", depth: 0, lines: true }],
    ['{"records":[{}]}\n{"records":[{}]}', { kind: "json", depth: 2, arrayAt: null }],
    ['{"tables":[{"name":"PrimaryResult"', { kind: "query-answer" }],
    ["Date (UTC),Request ID\n", { kind: "csv" }],
    ["  ", { kind: "empty" }],
    ["<html>", { kind: "other" }],
    ["hello", { kind: "other" }],
  ])("is told from %j", (head, framing) => {
    expect(framingOf(head)).toMatchObject(framing);
  });

  it("is told of any text, and never throws", () => {
    assertProperty(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(framingOf(text).kind).toBeTypeOf("string");
      }),
    );
  });
});

describe("CSV", () => {
  it("gives back any cells", () => {
    assertProperty(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (records) => {
          const cells = records.map((record) => record.map((cell) => cell.replaceAll("\r", "")));
          const text = cells
            .map((record) => record.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";"))
            .join("\r\n");
          expect(readCsvRecords(text, ";", true).map((record) => record.cells)).toEqual(
            cells.map((record, index) =>
              index === 0
                ? record.map((cell, at) => (at === 0 ? cell.replace(/^\ufeff/, "") : cell))
                : record,
            ),
          );
        },
      ),
    );
  });

  it.each([
    ["a,b;c\n", ","],
    ['"a,b";c;d\n', ";"],
    ["a\tb\tc", "\t"],
  ])("of %j is parted where it should be", (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });

  const header = portalHeader.split(",");
  const cells = readCsvRecords(portalCsv([testRow(1, { code: 50126 })]), ",", true).map(
    (record) => record.cells,
  );

  it("knows the portal's columns, the one with a blank behind it and the one that is there twice", () => {
    const read = readHeader(header, []);
    expect(read.ok && read.value).toMatchObject({
      kind: "rows",
      format: "portal-csv",
      byPlace: false,
      columns: {
        appId: [{ column: 17 }],
        code: [{ column: 28 }],
        tokenType: [{ column: 9 }, { column: 49 }],
      },
    });
  });

  it("reads a header in another language by place and values, and refuses it where the values do not fit", () => {
    const foreign = header.map((_, index) => `Kolom ${index}`);
    const read = readHeader(foreign, cells.slice(1));
    expect(read.ok && read.value).toMatchObject({ byPlace: true, columns: { code: [{ column: 28 }] } });
    const swapped = cells.slice(1).map((row) => [...row.slice(1), row[0] ?? ""]);
    const refused = readHeader(foreign, swapped);
    expect(!refused.ok && refused.problem.detail).toContain("“Sign-in error code”");
    expect(!refused.ok && refused.problem.detail).toContain("“Kolom 0”");
  });

  it("knows the download with authentication details", () => {
    const read = readHeader(["Request ID", "Authentication method", "Succeeded", "Result detail"], []);
    expect(read.ok && read.value).toMatchObject({ kind: "details", columns: { requestId: 0, result: 3 } });
  });
});

describe("a moment", () => {
  it.each([
    ["2026-11-09", "2026-11-09T00:00:00.000Z"],
    ["2026-11-09T08:00:00Z", "2026-11-09T08:00:00.000Z"],
    ["2026-11-09T08:00:00+02:00", "2026-11-09T06:00:00.000Z"],
    ["2026-11-09 08:00", "2026-11-09T08:00:00.000Z"],
  ])("%s is %s", (text, iso) => {
    expect(new Date(readSince(text) ?? 0).toISOString()).toBe(iso);
  });

  it.each([
    "",
    "yesterday",
    "2026-02-30",
    "2026-02-30T08:00",
    "2026-13-01",
    "09.11.2026",
    "2026-11-09T25:00:00Z",
  ])("%j is none", (text) => {
    expect(readSince(text)).toBeNull();
  });
});

describe("a rhythm", () => {
  const every = (minutes: number, times: number) =>
    Array.from({ length: times }, (_, index) => index * minutes * 60_000);

  it("is found where failures come as regularly as a check, with a night in between", () => {
    expect(rhythmOf(every(15, 8), null)).toBe(15);
    expect(rhythmOf([...every(15, 8), ...every(15, 8).map((time) => time + 40_000_000)], null)).toBe(15);
    expect(rhythmOf(every(60, 8), 60)).toBe(60);
  });

  it("is none where a person types, where there are few, and where the profile checks at another interval", () => {
    expect(
      rhythmOf(
        [0, 4, 9, 130, 131, 500, 2000].map((minute) => minute * 60_000),
        null,
      ),
    ).toBeNull();
    expect(rhythmOf(every(15, 5), null)).toBeNull();
    expect(rhythmOf(every(15, 8), 60)).toBeNull();
  });
});

describe("when checks began to meet a second factor", () => {
  const hours = (from: number, count: number, successes: number, met: number) =>
    Array.from({ length: count }, (_, index) => ({ hour: from + index, successes, met }));

  it("is the hour that parts successes from correct passwords that met it", () => {
    expect(beginningHour([...hours(100, 10, 5, 0), ...hours(110, 10, 0, 5)])).toEqual({
      hour: 110,
      after: 50,
    });
    expect(beginningHour([...hours(100, 10, 5, 1), ...hours(110, 10, 1, 9)])?.hour).toBe(110);
  });

  it("is none where it was always so, never so, or now and then", () => {
    expect(beginningHour(hours(0, 20, 0, 5))).toBeNull();
    expect(beginningHour(hours(0, 20, 5, 0))).toBeNull();
    expect(beginningHour(hours(0, 20, 5, 5))).toBeNull();
  });

  it("fits the change of summer 2026 by time and resource", () => {
    expect(fitsBaselineChange(Date.UTC(2026, 6, 27), true)).toBe(true);
    expect(fitsBaselineChange(Date.UTC(2026, 6, 27), false)).toBe(false);
    expect(fitsBaselineChange(Date.UTC(2026, 4, 1), true)).toBe(false);
  });
});
