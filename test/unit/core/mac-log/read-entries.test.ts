import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LogEntry } from "../../../../main/core/mac-log/log-entry.ts";
import { createEntryReader } from "../../../../main/core/mac-log/read-entries.ts";
import { anyText } from "../../../support/any-text.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { clock, forms, writeLog } from "./write-log.ts";

function read(chunks: readonly string[]) {
  const entries: LogEntry[] = [];
  const reader = createEntryReader((entry) => entries.push(entry));
  for (const chunk of chunks) reader.push(chunk);
  return { entries, counts: reader.end() };
}

const told = fc.record({
  second: fc.integer({ min: 0, max: 50_000 }),
  message: fc
    .oneof(
      fc.constantFrom('{"error":"invalid_grant"}', "[x]", "a: b", "}", "(y) z"),
      anyText({ maxLength: 40 }),
    )
    .map((text) => `m ${text.replace(/\s/gu, "_")}`),
  process: fc.constantFrom("JamfConnectLogin", "Jamf Connect", "Self Service+"),
});

describe("messages of a log of the Mac", () => {
  test.each(forms)("are read from %s as they were written", (form) => {
    assertProperty(
      fc.property(fc.array(told, { maxLength: 8 }), (messages) => {
        const { entries } = read([writeLog(form, messages)]);
        expect(entries.map(({ message }) => message)).toEqual(messages.map(({ message }) => message));
        expect(entries.map(({ at }) => at.text.slice(0, 19).replace("T", " "))).toEqual(
          messages.map(({ second }) => clock(second)),
        );
        if (form !== "login-log") {
          expect(entries.map(({ process }) => process)).toEqual(messages.map(({ process }) => process));
          expect(entries.every(({ subsystem }) => subsystem === "com.jamf.connect.login")).toBe(true);
        }
      }),
    );
  });

  test("are the same however the stream was cut", () => {
    const text = fc.oneof(
      anyText({ maxLength: 300 }),
      fc
        .array(fc.tuple(fc.constantFrom(...forms), fc.array(told, { maxLength: 3 })), { maxLength: 4 })
        .map((parts) => parts.map(([form, messages]) => writeLog(form, messages)).join("")),
      fc
        .array(
          fc.constantFrom(
            "{",
            "}",
            '"',
            "\\",
            "[",
            ",",
            "\n",
            "\r",
            "\r\n",
            "2026-11-18 09:12:02 m",
            '{"a":1}',
            " ",
          ),
          { maxLength: 30 },
        )
        .map((parts) => parts.join("")),
    );
    assertProperty(
      fc.property(text, fc.array(fc.nat({ max: 400 }), { maxLength: 6 }), (whole, cuts) => {
        const places = [0, ...cuts.map((at) => at % (whole.length + 1)), whole.length].toSorted(
          (a, b) => a - b,
        );
        const chunks = places.slice(1).map((end, index) => whole.slice(places[index], end));
        expect(read(chunks)).toEqual(read([whole]));
      }),
      "cheap",
    );
  });

  test("of two forms in one file are both read", () => {
    const text = forms
      .map((form, index) => writeLog(form, [{ second: index, message: `from ${form}` }]))
      .join("");
    const { entries, counts } = read([text]);
    expect(entries.map(({ message }) => message)).toEqual(forms.map((form) => `from ${form}`));
    expect(counts.formats).toEqual(["login-log", "compact", "default", "syslog", "json"]);
  });

  test("go on in lines without a time, also in an object", () => {
    const { entries } = read([
      '2026-11-18 09:12:02 answer 400\r\n{\r\n  "error": "invalid_grant"\r\n}\r\nmore\r\n2026-11-18 09:12:03 next',
    ]);
    expect(entries.map(({ message }) => message.replace(/\s/g, ""))).toEqual([
      'answer400{"error":"invalid_grant"}more',
      "next",
    ]);
    expect(entries.map(({ line, lastLine }) => [line, lastLine])).toEqual([
      [1, 5],
      [6, 6],
    ]);
  });

  test("behind an object that never ends are found again", () => {
    const { entries } = read(['2026-11-18 09:12:02 a\n{ "open": "\n2026-11-18 09:12:03 b\n']);
    expect(entries.map(({ message }) => message.split("\n")[0])).toEqual(["a", "b"]);
  });

  test("are not taken from tables that begin with a date", () => {
    const { entries } = read([
      '2026-11-18T09:12:02Z,alice,50126\n"2026-11-18 09:12:02","x"\n2026-11-18 09:12:02;a\n2026-13-40 09:12:02 x\n2026-11-18 09:72 x\n',
    ]);
    expect(entries).toEqual([]);
  });

  test("keep their zone where they have one, and claim none where they have not", () => {
    const { entries } = read([
      "2026-11-18 09:12:02 a\n2026-11-18 09:12:02.5-0730 b\n2026-11-18T09:12:02Z c\n",
    ]);
    expect(entries.map(({ at }) => [at.text, at.offset])).toEqual([
      ["2026-11-18T09:12:02", null],
      ["2026-11-18T09:12:02.500-07:30", -450],
      ["2026-11-18T09:12:02Z", 0],
    ]);
  });

  test("attack: a line, an object and a message without end are read at their beginning only", () => {
    const long = "x".repeat(1_000_000);
    const { entries, counts } = read([
      `2026-11-18 09:12:02 ${long}\n2026-11-18 09:12:03 b\n{"eventMessage":"${long}"}\n2026-11-18 09:12:04 c\n`,
      `${`${"y".repeat(1000)}\n`.repeat(300)}2026-11-18 09:12:05 d`,
    ]);
    expect(entries.map(({ message }) => message.charAt(0))).toEqual(["x", "b", "c", "d"]);
    expect(entries.every(({ message }) => message.length <= 16_384)).toBe(true);
    expect(counts.cut).toBe(2);
  });

  test("attack: any text at all gives messages or none, and every line is counted", () => {
    assertProperty(
      fc.property(anyText({ maxLength: 2000 }), (text) => {
        const { counts } = read([text]);
        const lines = text === "" ? 0 : text.split(/\r\n|\n|\r/).length - (/[\r\n]$/.test(text) ? 1 : 0);
        expect(counts.lines).toBe(lines);
      }),
      "cheap",
    );
  });
});
