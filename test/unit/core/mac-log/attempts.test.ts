import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMacLogReader, readMacLogText, summarizeMacLogs } from "../../../../main/core/mac-log/index.ts";
import { anyText } from "../../../support/any-text.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { clock, forms, type Written, writeLog } from "./write-log.ts";

const login = "https://login.microsoftonline.com/7d1c/v2.0";
const offline = `Error Domain=NSURLErrorDomain Code=-1009 "words" UserInfo={NSErrorFailingURLKey=${login}}`;
const notAssigned = "error=access_denied&error_description=AADSTS50105%3a+Your+administrator";

const story: readonly Written[] = [
  { second: 0, message: "LoginUI: opened" },
  { second: 2, message: offline },
  { second: 400, message: "LoginUI: opened" },
  { second: 441, message: "LoginUI: Local auth continue pressed" },
  { second: 900, message: `GET ${login}/.well-known/openid-configuration` },
  { second: 935, message: notAssigned },
  { second: 936, message: "An error occurred. Contact your IT administrator" },
];

describe("attempts in a log of the Mac", () => {
  test.each(forms)("have a time, an outcome, a deciding line and hosts, in %s", (form) => {
    const { title, attempts, entries } = readMacLogText(writeLog(form, story));
    expect(
      attempts.map(({ at, seconds, outcome, hosts }) => [at.slice(11, 19), seconds, outcome, hosts]),
    ).toEqual([
      ["08:00:00", 2, "unreachable", ["login.microsoftonline.com"]],
      ["08:06:40", 41, "unclear", []],
      ["08:15:00", 36, "account", ["login.microsoftonline.com"]],
    ]);
    expect(attempts.map((attempt) => attempt.title)).toEqual([
      "The Mac was offline",
      "No line decides",
      "Stopped at AADSTS50105",
    ]);
    expect(attempts.map(({ deciding }) => deciding)).toEqual([offline, null, notAssigned]);
    expect(title).toMatch(/^3 attempts\. The last one stopped at AADSTS50105: /);
    expect(entries.map(({ title: entry }) => entry)).toEqual([
      expect.stringContaining("AADSTS50105"),
      "The Mac was offline",
    ]);
    expect(attempts.map(({ evidence }) => evidence?.entry ?? null)).toEqual([1, null, 0]);
  });

  test("take nothing from words, from settings or from numbers of something else", () => {
    const { attempts, entries, title } = readMacLogText(
      writeLog("login-log", [
        {
          second: 0,
          message: "Login failed. The password is wrong, the account is locked, sign-in successful",
        },
        { second: 1, message: "pid 50126 exited, 407 bytes, timed out, offline, proxy" },
        { second: 2, message: "ROPGSuccessCodes = (AADSTS50076, AADSTS50079)" },
        { second: 3, message: "error_count=invalid, an error invalid_grant was not met, errorCode 53003" },
        { second: 4, message: "NSURLErrorDomain, Code 4" },
      ]),
    );
    expect(attempts).toMatchObject([{ outcome: "unclear", deciding: null, evidence: null, codes: [] }]);
    expect(entries).toEqual([]);
    expect(title).toBe("1 attempt. No line says why it ended.");
  });

  test.each([
    ["a code before an OAuth error", [notAssigned, '{"error" : "invalid_grant"}', offline], "AADSTS50105"],
    ["an OAuth error before the network", [offline, 'error = "invalid_client";', offline], "invalid_client"],
    ["the last of two codes", ["AADSTS50126: a", "AADSTS50076: b"], "AADSTS50076"],
    [
      "the cause and not what wraps it",
      ['{"error":"invalid_grant","error_codes":[70002,50126]}'],
      "AADSTS50126",
    ],
    ["a known word behind one that is not", ["error=not_a_word error=invalid_scope"], "invalid_scope"],
    ["the number of CFNetwork", ["kCFErrorDomainCFNetwork error -1003"], "kCFErrorDomainCFNetwork -1003"],
  ])("are decided by %s", (_what, messages, name) => {
    const { attempts } = readMacLogText(
      writeLog(
        "compact",
        messages.map((message) => ({ second: 0, message })),
      ),
    );
    expect(attempts.map(({ evidence }) => evidence?.name)).toEqual([name]);
  });

  test("name a code that no list has, and say so", () => {
    const { title, entries, unknown, attempts } = readMacLogText(
      writeLog("login-log", [{ second: 0, message: "AADSTS98765432: new" }]),
    );
    expect(title).toContain("AADSTS98765432, which no list has");
    expect(unknown.join(" ")).toContain("What AADSTS98765432 means");
    expect(entries).toEqual([]);
    expect(attempts).toMatchObject([{ outcome: "unclear", codes: [98765432] }]);
  });

  test("keep the capital of a name in what a code means", () => {
    const { attempts } = readMacLogText(
      writeLog("login-log", [{ second: 0, message: '{"error":"okta_locked_out"} AADSTS81004: x' }]),
    );
    expect(attempts.map(({ evidence }) => evidence?.meaning)).toEqual([
      expect.stringMatching(/^(?:Seamless|the )/),
    ]);
  });

  test("are only said to have stopped where nothing but an end follows", () => {
    const later = [
      { second: 0, message: notAssigned },
      { second: 4, message: "a" },
      { second: 8, message: "b" },
      { second: 12, message: "c" },
    ];
    expect(readMacLogText(writeLog("login-log", later)).attempts[0]?.title).toBe("Met AADSTS50105");
    // The password was right there, whatever the word "error" says.
    const accepted = writeLog("login-log", [{ second: 0, message: "AADSTS50076: x" }]);
    expect(readMacLogText(accepted).attempts[0]).toMatchObject({
      title: "Met AADSTS50076",
      outcome: "password-correct",
    });
  });

  test("of 5,000 lines: the first failure and how often what stood there", () => {
    const messages = Array.from({ length: 5000 }, (_, index) => ({
      second: index * 3,
      message: index % 100 === 42 ? `AADSTS50126: wrong ${index}` : `line ${index}`,
    }));
    const { detail, seen, title } = readMacLogText(writeLog("login-log", messages));
    expect(title).toMatch(/^50 attempts\. /);
    expect(seen).toMatchObject([
      { name: "AADSTS50126", count: 50, firstLine: 43, firstAt: clock(126).replace(" ", "T") },
    ]);
    expect(detail).toContain("The first is AADSTS50126 at 2026-11-18 08:02:06 (line 43).");
    expect(detail).toContain("AADSTS50126 in 50 lines");
  });

  test("of other programs are passed over, which is said", () => {
    const text = writeLog("compact", [
      {
        second: 0,
        message: "AADSTS50126: not ours",
        process: "Microsoft Teams",
        subsystem: "com.microsoft.teams",
      },
      { second: 1, message: "AADSTS50126: ours", process: "Jamf Connect", subsystem: "com.apple.CFNetwork" },
    ]);
    const { seen, notes, files } = readMacLogText(text);
    expect(seen.map(({ count }) => count)).toEqual([1]);
    expect(files).toMatchObject([{ messages: 1, foreign: 1 }]);
    expect(notes).toContain("1 message of other programs passed over.");
    const none = writeLog("compact", [
      { second: 0, message: "AADSTS50126: x", process: "Finder", subsystem: "com.apple" },
    ]);
    expect(readMacLogText(none)).toMatchObject({
      title: "No line of this log is from Jamf Connect.",
      attempts: [],
    });
  });

  test("are not made of what a program notes for itself", () => {
    const idle = Array.from({ length: 20 }, (_, index) => ({
      second: index * 600,
      message: "nothing to do",
      subsystem: "com.jamf.connect",
    }));
    expect(readMacLogText(writeLog("compact", idle))).toMatchObject({
      title: "Nobody signed in while this log was written.",
      attempts: [],
      notes: ["20 stretches without a host, a code or an error left out."],
    });
  });

  test("of two files that tell of one are counted once, and those that contradict each other twice", () => {
    const logs = (second: string) =>
      [
        ["a.log", writeLog("login-log", story)],
        ["b.log", second],
      ].map(([name = "", text = ""]) => {
        const reader = createMacLogReader(name);
        reader.push(text);
        return reader.end();
      });
    const together = summarizeMacLogs(logs(writeLog("compact", story)));
    expect(together.attempts).toHaveLength(3);
    expect(together.seen.map(({ name, count }) => [name, count])).toEqual([
      ["NSURLErrorDomain -1009", 2],
      ["AADSTS50105", 2],
    ]);
    expect(together.notes).toContain(
      "The 2 files are put together by time: 3 attempts that two of them seem to tell of are shown once.",
    );
    const other = story.map((line) => ({ ...line, message: line.message.replace("50105", "53003") }));
    expect(
      summarizeMacLogs(logs(writeLog("default", other))).attempts.map(({ evidence }) => evidence?.name),
    ).toEqual(["NSURLErrorDomain -1009", undefined, "AADSTS50105", "AADSTS53003"]);
  });

  test("show their first lines, those around the deciding one, and the last", () => {
    const messages = Array.from({ length: 1000 }, (_, index) => ({
      second: Math.floor(index / 250),
      message: index === 500 ? notAssigned : `line ${index}`,
    }));
    const { attempts } = readMacLogText(writeLog("login-log", messages));
    const lines = attempts[0]?.lines ?? [];
    expect(lines.length).toBeLessThanOrEqual(160);
    expect(lines.filter(({ decides }) => decides)).toMatchObject([{ line: 501, text: notAssigned }]);
    for (const line of [1, 40, 462, 541, 1000]) expect(lines.map((shown) => shown.line)).toContain(line);
    expect(lines.map(({ line }) => line)).toEqual(lines.map(({ line }) => line).toSorted((a, b) => a - b));
  });

  test("attack: of a log of ten thousand failures are counted, and the newest are shown", () => {
    const messages = Array.from({ length: 10_000 }, (_, index) => ({
      second: index * 6,
      message: "AADSTS50126: x",
    }));
    const { attempts, title, notes } = readMacLogText(writeLog("login-log", messages));
    expect(attempts).toHaveLength(300);
    expect(title).toMatch(/^10,000 attempts\./);
    expect(notes).toContain("9,700 earlier attempts are counted and not shown.");
  });

  test("attack: of forty logs of three hundred attempts each are put together at once, and 300 are shown", () => {
    const logs = Array.from({ length: 40 }, (_, file) => {
      const reader = createMacLogReader(`${file}.log`);
      const messages = Array.from({ length: 300 }, (_, index) => ({
        second: index * 10,
        // Each file tells of other codes, so that no two attempts are one.
        message: `AADSTS${90_000_000 + file * 300 + index}: x`,
      }));
      reader.push(writeLog("login-log", messages));
      return reader.end();
    });
    const { attempts, title, notes } = summarizeMacLogs(logs);
    expect(attempts).toHaveLength(300);
    expect(title).toMatch(/^12,000 attempts\./);
    expect(notes).toContain("11,700 earlier attempts are counted and not shown.");
  });

  test("attack: names and secrets of any line leave masked", () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9]{12,20}$/).map((text) => `Zq7${text}`);
    const place = fc.constantFrom(
      (text: string) => `password: ${text}`,
      (text: string) => `Password = "${text}"; other`,
      (text: string) => `{"refresh_token" : "${text}"}`,
      (text: string) => `POST https://h.example/token?client_secret=${text}&error=invalid_grant`,
      (text: string) => `Authorization: Bearer ${text}`,
      (text: string) => `sending Bearer ${text} now`,
      (text: string) => `OIDCClientSecret: ${text} AADSTS50126`,
      (text: string) => `redirect https://127.0.0.1/jamfconnect?code=${text}&state=${text}`,
      (text: string) => `https://u:${text}@login.microsoftonline.com/x AADSTS50126: wrong`,
      (text: string) => `login_hint=${text}@contoso.com`,
      (text: string) => `user ${text}@contoso.com AADSTS50105`,
      (text: string) => `User Name: ${text}`,
      (text: string) => `fullName = "A${text} B${text}";`,
      (text: string) => `reading /Users/${text}/Library`,
    );
    assertProperty(
      fc.property(
        fc.array(fc.tuple(secret, place), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...forms),
        (lines, form) => {
          const log = writeLog(
            form,
            lines.map(([text, put], second) => ({ second, message: put(text) })),
          );
          const answer = JSON.stringify(readMacLogText(log));
          for (const [text] of lines) expect(answer).not.toContain(text.slice(1));
        },
      ),
    );
  });

  test("attack: of any text at all lie in order, and what decides names what it is said to name", () => {
    const line = fc.oneof(
      anyText({ maxLength: 40 }),
      fc.constantFrom(notAssigned, offline, "AADSTS50126", "error=invalid_grant", "{", "}", '"', "\n"),
    );
    const text = fc
      .array(fc.tuple(fc.nat(5000), fc.boolean(), line), { maxLength: 20 })
      .map((lines) =>
        lines.map(([second, timed, said]) => `${timed ? `${clock(second)} ` : ""}${said}`).join("\n"),
      );
    assertProperty(
      fc.property(text, (whole) => {
        const { attempts, entries } = readMacLogText(whole);
        const times = attempts.map(({ at }) => at);
        expect(times).toEqual(times.toSorted());
        for (const { evidence, deciding, codes, outcome, firstLine, lastLine, decidingLine } of attempts) {
          if (evidence === null) expect([outcome, deciding]).toEqual(["unclear", null]);
          else {
            if (evidence.code !== null) expect(deciding).toContain(String(evidence.code));
            if (evidence.code !== null) expect(codes).toContain(evidence.code);
            if (evidence.entry !== null) expect(entries[evidence.entry]).toBeDefined();
            expect(decidingLine).toBeGreaterThanOrEqual(firstLine);
            expect(decidingLine).toBeLessThanOrEqual(lastLine);
          }
        }
      }),
    );
  });
});
