import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { entriesByMark, entryByDescription } from "../../../../main/core/verdict/provider-errors.ts";

const sentence = z.string().min(8);
const entry = z.strictObject({
  id: z.string().min(4),
  provider: z.enum(["Okta", "Keycloak", "AD FS", "Google", "WS-Trust"]),
  title: sentence,
  meaning: sentence,
  outcome: z.enum([
    "password-correct",
    "password-wrong",
    "password-expired",
    "blocked",
    "account",
    "misconfigured",
    "unreachable",
    "unclear",
  ]),
  passwordVerdict: z.enum(["correct", "wrong", "not-checked", "unknown"]),
  certainty: z.enum(["documented", "inferred"]),
  basis: sentence,
  accepts: z.boolean().nullable(),
  cause: sentence,
  steps: z.array(sentence).min(1),
  locksAccount: z.boolean().optional(),
  source: z.url({ protocol: /^https$/ }),
  marks: z.array(z.string().min(6)).optional(),
  sentences: z.array(z.string().min(12)).optional(),
});
const { errors } = z
  .strictObject({
    schema: z.literal("latchkey-provider-errors/1"),
    retrieved: z.iso.date(),
    errors: z.array(entry),
  })
  .parse(JSON.parse(readFileSync("assets/reference/provider-errors.json", "utf8")));

describe("errors of other providers", () => {
  test("are listed once, and each can be recognised", () => {
    expect(new Set(errors.map(({ id }) => id)).size).toBe(errors.length);
    const marks = errors.flatMap((error) => error.marks ?? []);
    expect(new Set(marks).size).toBe(marks.length);
    for (const { id, marks: own = [], sentences = [] } of errors) {
      expect.soft(own.length + sentences.length, id).toBeGreaterThan(0);
      for (const mark of own) expect.soft(entriesByMark(`x ${mark}: y`)[0]?.id).toBe(id);
      for (const text of sentences) expect.soft(entryByDescription(`${text}.`)?.id).toBe(id);
    }
  });

  test("agree with themselves", () => {
    for (const { id, outcome, passwordVerdict, accepts } of errors) {
      expect.soft(outcome === "password-wrong", id).toBe(passwordVerdict === "wrong");
      if (outcome === "password-correct") expect.soft(passwordVerdict, id).toBe("correct");
      if (passwordVerdict === "wrong") expect.soft(accepts, id).toBe(false);
    }
  });

  test.each(["XE0000004", "E00000041", "MSIS96591", "id32420", "my_redirect_uri_mismatch"])(
    "a mark stands by itself: not in %s",
    (text) => {
      expect(entriesByMark(text)).toEqual([]);
    },
  );
});
