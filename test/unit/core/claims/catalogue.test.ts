import { describe, expect, test } from "vitest";
import { z } from "zod";
import data from "../../../../assets/reference/claims.json" with { type: "json" };
import { claimCatalogue } from "../../../../main/core/claims/catalogue.ts";
import type { ClaimDescription } from "../../../../main/core/claims/claim.ts";

const certainty = z.enum(["documented", "inferred", "uncertain"]);
const sentences = z.string().regex(/^[A-Z].*\.$/s);

/** The catalogue's schema; `ClaimDescription` says the same to the compiler, which the last line checks. */
const claimSchema = z.strictObject({
  name: z.string().min(1),
  isPrefix: z.boolean().exactOptional(),
  title: z.string().regex(/^[A-Z]/),
  meaning: sentences,
  jamfConnect: z.strictObject({ does: sentences, certainty }).nullable(),
  kind: z.enum(["time", "words"]).exactOptional(),
  values: z
    .array(z.strictObject({ value: z.string().min(1), title: z.string().min(1) }))
    .min(1)
    .exactOptional(),
  certainty,
  source: z.url({ protocol: /^https$/ }),
});
const sameAsTheType: (claim: z.infer<typeof claimSchema>) => ClaimDescription = (claim) => claim;

describe.each(Object.entries(claimCatalogue))("the catalogue of %s", (_, entries) => {
  test.each(entries.map((entry) => [entry.name, entry] as const))("%s fits the schema", (_name, entry) => {
    expect(sameAsTheType).toBeTypeOf("function");
    expect(claimSchema.safeParse(entry).error).toBeUndefined();
    const values = entry.values?.map(({ value }) => value) ?? [];
    expect(new Set(values).size).toBe(values.length);
  });

  test("has each name once", () => {
    const names = entries.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

test("every source is used, so that none is left over", () => {
  const used = new Set([...data.claims, ...data.header].map(({ source }) => source));
  expect([...used].sort()).toEqual(Object.keys(data.sources).sort());
});

test("what the provider does not have to send is told to be uncertain where nobody documents it", () => {
  const undocumented = claimCatalogue.claims.filter(({ meaning }) => /does not document/.test(meaning));
  expect(undocumented.length).toBeGreaterThan(0);
  for (const { name, certainty: sure } of undocumented) expect(sure, name).not.toBe("documented");
});
