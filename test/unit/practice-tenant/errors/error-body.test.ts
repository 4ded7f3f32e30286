import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { errorEntry, knownErrorCodes } from "../../../../main/practice-tenant/errors/catalogue.ts";
import { errorBody } from "../../../../main/practice-tenant/errors/error-body.ts";
import { refuse } from "../../../../main/practice-tenant/errors/failure.ts";

const ids = {
  traceId: "11112222-3333-4444-5555-666677778888",
  correlationId: "99990000-aaaa-bbbb-cccc-ddddeeeeffff",
  time: Date.UTC(2026, 10, 23, 9, 15, 42),
};
const options = { errorUri: "http://127.0.0.1:1/error", wrapped: false };

/** The shape of `error_description` in captured answers of Entra. */
const wire =
  /^AADSTS(\d+): ([\s\S]*?)[\s]+Trace ID: ([0-9a-fA-F-]{36})[\s]+Correlation ID: ([0-9a-fA-F-]{36})[\s]+Timestamp: (\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}Z)$/;

type Catalogued = {
  readonly code: number;
  readonly oauthError: string;
  readonly suberror?: string | null;
  readonly httpStatus?: number | null;
};

describe("error bodies", () => {
  test.each(knownErrorCodes().map((code) => [code] as const))(
    "%i has Entra's shape on both endpoints",
    (code) => {
      for (const version of ["v1", "v2"] as const) {
        const body = errorBody(refuse(code), version, ids, options);
        const match = wire.exec(body.error_description);
        expect(match?.[1]).toBe(String(code));
        expect(match?.[5]).toBe("2026-11-23 09:15:42Z");
        expect(body.error_codes).toEqual([code]);
        expect(body.error_description.includes("\r\n")).toBe(version === "v1");
        expect(body.error_description).not.toMatch(/\{\w+\}/);
      }
    },
  );

  test("agree with the catalogue that verdicts are made from", () => {
    const file = new URL("../../../../assets/reference/errors.json", import.meta.url);
    const { assessed }: { assessed: Catalogued[] } = JSON.parse(readFileSync(file, "utf8"));
    const known = new Set(knownErrorCodes());
    const both = assessed.filter((entry) => known.has(entry.code) && entry.oauthError !== "unknown");
    expect(both.length).toBeGreaterThan(30);
    for (const entry of both) {
      const own = errorEntry(entry.code);
      expect({ code: entry.code, oneOf: [own.error, own.v1, own.atAuthorize] }).toMatchObject({
        oneOf: expect.arrayContaining([entry.oauthError]),
      });
      if (typeof entry.suberror === "string")
        expect(`${entry.code} ${own.suberror}`).toBe(`${entry.code} ${entry.suberror}`);
      if (typeof entry.httpStatus === "number")
        expect(`${entry.code} ${own.status ?? 400}`).toBe(`${entry.code} ${entry.httpStatus}`);
    }
  });

  test("a block carries its policy as capolids, a demand to register as polids, a demand for MFA nothing", () => {
    const claims = (code: number) => errorBody(refuse(code, {}, ["p1"]), "v2", ids, options).claims;
    expect(JSON.parse(claims(53003) ?? "{}")).toEqual({
      access_token: { capolids: { essential: true, values: ["p1"] } },
    });
    expect(JSON.parse(claims(50079) ?? "{}")).toEqual({
      access_token: { polids: { essential: true, values: ["p1"] } },
    });
    expect(claims(50126)).toBeUndefined();
    expect(errorBody(refuse(53003), "v2", ids, options).claims).toBeUndefined();
  });
});
