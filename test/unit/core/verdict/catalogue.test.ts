import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { allEntries, findEntry } from "../../../../main/core/verdict/catalogue.ts";

const text = z.string().min(3);
const certainty = z.enum(["documented", "inferred"]);
const stage = z.enum([
  "account-state",
  "client",
  "conditional-access",
  "consent",
  "credential",
  "federation",
  "mfa",
  "request",
  "server",
  "throttle",
  "user-lookup",
]);
const assessed = z.strictObject({
  code: z.int().min(1000),
  name: text.nullable(),
  stage,
  meaning: text,
  outcome: z.enum([
    "password-correct",
    "password-wrong",
    "password-expired",
    "blocked",
    "account",
    "misconfigured",
    "unreachable",
    "cancelled",
  ]),
  passwordVerdict: z.enum(["correct", "wrong", "not-checked", "unknown"]),
  certainty,
  basis: text,
  jamfConnect: z.strictObject({ accepts: z.boolean().nullable(), certainty, why: text }),
  signInLog: z.strictObject({
    status: z.enum(["Failure", "Interrupted"]),
    note: text,
    requirement: text.nullable(),
    resultDetail: text.nullable(),
  }),
  cause: text,
  steps: z.array(text).min(1),
  links: z.array(z.strictObject({ label: text, url: z.url({ protocol: /^https$/ }) })).min(1),
  locksAccount: z.boolean(),
  retryable: z.boolean(),
  risk: text,
  oauthError: text,
  oauthErrorV1: text.nullable(),
  suberror: text.nullable(),
  httpStatus: z.int().nullable(),
  seenIn: z.array(z.enum(["ropg", "token", "authorize"])).min(1),
  sources: z.array(z.string()),
});
const other = z.strictObject({
  code: z.int(),
  name: text.nullable(),
  stage: text,
  meaning: text,
  sources: z.array(z.string()),
});
const schema = z.strictObject({
  schema: z.literal("latchkey-errors/1"),
  retrieved: text,
  sources: z.record(z.string(), z.strictObject({ title: text, url: z.url() })),
  assessed: z.array(assessed),
  others: z.array(other),
});

const file = schema.parse(JSON.parse(readFileSync("assets/reference/errors.json", "utf8")));

describe("the error catalogue", () => {
  test("has 153 entries with every field, 877 codes in all, each once", () => {
    const codes = [...file.assessed, ...file.others].map((entry) => entry.code);
    expect(file.assessed).toHaveLength(153);
    expect(codes).toHaveLength(877);
    expect(new Set(codes).size).toBe(877);
  });

  test("names only sources that it lists", () => {
    const named = [...file.assessed, ...file.others].flatMap((entry) => entry.sources);
    expect(named.filter((id) => file.sources[id] === undefined)).toEqual([]);
  });

  test("agrees with itself: what is called correct is never an outcome of a wrong password, and so on", () => {
    for (const entry of file.assessed) {
      if (entry.outcome === "password-correct")
        expect.soft(entry.passwordVerdict, `${entry.code}`).toBe("correct");
      expect
        .soft(entry.outcome === "password-wrong", `${entry.code}`)
        .toBe(entry.passwordVerdict === "wrong");
      if (entry.passwordVerdict === "wrong")
        expect.soft(entry.jamfConnect.accepts, `${entry.code}`).toBe(false);
      if (entry.jamfConnect.accepts === true)
        expect.soft(entry.passwordVerdict, `${entry.code}`).toBe("correct");
    }
  });

  test("claims documented behaviour of Jamf Connect for the two codes that Jamf names, and no other", () => {
    const documented = file.assessed.filter((entry) => entry.jamfConnect.certainty === "documented");
    expect(documented.map((entry) => [entry.code, entry.jamfConnect.accepts])).toEqual([
      [50076, true],
      [50126, false],
    ]);
  });

  test("uses the house words", () => {
    const words = file.assessed.flatMap((entry) => [
      entry.meaning,
      entry.cause,
      ...entry.steps,
      entry.risk,
      entry.jamfConnect.why,
    ]);
    expect(words.filter((line) => /!|\bplease\b|\bsimply\b|Azure AD\b(?! )|—/i.test(line))).toEqual([]);
  });

  // Design section 4, "Outcome by code".
  test.each([
    [[50076, 50079, 50074, 50072, 50158], "password-correct", "correct"],
    [[53000, 53001, 53002, 53003, 53004, 53005, 53009], "blocked", "correct"],
    [[50126], "password-wrong", "wrong"],
    [[50055, 50144], "password-expired", "correct"],
    [[50053], "account", "unknown"],
    [[50057], "account", "unknown"],
    [[50034, 50056], "account", "not-checked"],
    [
      [50011, 500113, 700016, 7000215, 7000218, 700025, 900144, 90014, 90002, 9002313],
      "misconfigured",
      "not-checked",
    ],
    [[65001], "misconfigured", "correct"],
  ] as const)("%j is %s, password %s", (codes, outcome, passwordVerdict) => {
    for (const code of codes)
      expect.soft(findEntry(code), `${code}`).toMatchObject({ outcome, passwordVerdict });
  });

  test("says not assessed for the rest, and nothing else", () => {
    const rest = allEntries().filter((entry) => !entry.assessed);
    expect(rest).toHaveLength(724);
    for (const entry of rest) {
      expect.soft(entry).toMatchObject({
        passwordVerdict: "unknown",
        outcome: "unclear",
        jamfConnect: { accepts: null },
        cause: "Not assessed.",
        risk: "Not assessed.",
      });
      expect.soft(entry.meaning.length).toBeGreaterThan(3);
    }
  });

  test("does not know every number", () => {
    expect(findEntry(12345678)).toBeNull();
  });
});
