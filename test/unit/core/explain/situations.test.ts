import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { explainText } from "../../../../main/core/explain/explain-text.ts";
import { listKnowledge } from "../../../../main/core/explain/list-knowledge.ts";
import { allSituations } from "../../../../main/core/explain/situations.ts";
import { findEntry } from "../../../../main/core/verdict/catalogue.ts";

const sentence = z.string().min(8);
/** Words as they are spoken: small letters and digits, one blank between, `*` only at the end of a word. */
const phrase = z.string().regex(/^[a-z0-9]+\*?(?: [a-z0-9]+\*?)*$/);
const situation = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)+$/),
  title: sentence,
  meaning: sentence,
  certainty: z.enum(["documented", "inferred"]),
  question: z.string().min(20).regex(/\?$/),
  words: z.array(z.array(phrase).min(1)).min(1),
  never: z.array(phrase).optional(),
  rank: z.enum(["named", "general"]).optional(),
  suspects: z
    .array(
      z.strictObject({
        what: sentence,
        test: sentence,
        because: sentence,
        codes: z.array(z.int()),
        look: z.array(z.string()).optional(),
      }),
    )
    .min(1),
  sources: z.array(z.string()).min(1),
});
const schema = z.strictObject({
  schema: z.literal("latchkey-situations/1"),
  retrieved: z.iso.date(),
  sources: z.record(z.string(), z.strictObject({ title: sentence, url: z.url({ protocol: /^https$/ }) })),
  situations: z.array(situation),
});
const file = schema.parse(JSON.parse(readFileSync("assets/reference/situations.json", "utf8")));

describe("the situations", () => {
  test("are listed once each, with sources that the file has", () => {
    const ids = file.situations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      file.situations.flatMap(({ sources }) => sources).filter((id) => file.sources[id] === undefined),
    ).toEqual([]);
  });

  test("name codes that the catalogue has", () => {
    const codes = file.situations.flatMap(({ suspects }) => suspects.flatMap((suspect) => suspect.codes));
    expect(codes.filter((code) => findEntry(code) === null)).toEqual([]);
  });

  test("say nothing as a fact about a password", () => {
    for (const { title, meaning } of allSituations()) {
      expect.soft(`${title} ${meaning}`).not.toMatch(/\bthe password (?:is|was) (?:right|correct|wrong)\b/i);
    }
  });

  test.each(allSituations().map(({ id, title }) => [id, title]))(
    "%s is offered for its own title",
    (id, title) => {
      const answer = explainText(title);
      if (!answer.ok || answer.value.kind !== "candidates") throw new Error("it was asserted");
      expect(answer.value.candidates.map(({ name }) => name)).toContain(id);
    },
  );
});

describe("the list of everything that is known", () => {
  test("has each name once", () => {
    const names = listKnowledge().map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test("explains each by its name", () => {
    const kinds = {
      situation: /^situation$/,
      network: /^network$/,
      code: /^(?:code|oauth-error|provider-error)$/,
    };
    for (const { name, kind } of listKnowledge()) {
      const answer = explainText(name);
      const entries = answer.ok && answer.value.kind === "explained" ? answer.value.entries : [];
      expect.soft(entries, name).toHaveLength(1);
      expect.soft(entries[0]?.kind, name).toMatch(kinds[kind]);
    }
  });
});
