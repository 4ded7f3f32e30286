import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  codesInText,
  decidingCode,
  readErrorBody,
  readErrorText,
} from "../../../../main/core/verdict/entra-error.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const trace = "11112222-3333-4444-5555-666677778888";
const correlation = "99990000-aaaa-bbbb-cccc-ddddeeeeffff";
const time = "2026-11-23 09:15:42Z";

describe("an error body of Entra", () => {
  test.each([
    ["blanks", " "],
    ["line breaks", "\r\n"],
  ])("is read with its parts separated by %s", (_name, gap) => {
    const body = {
      error: "invalid_grant",
      error_description: `AADSTS50076: Use MFA.${gap}Trace ID: ${trace}${gap}Correlation ID: ${correlation}${gap}Timestamp: ${time}`,
      error_codes: [50076],
      suberror: "basic_action",
    };
    expect(readErrorBody(body)).toEqual({
      codes: [50076],
      error: {
        oauthError: "invalid_grant",
        code: 50076,
        suberror: "basic_action",
        description: "AADSTS50076: Use MFA.",
        traceId: trace,
        correlationId: correlation,
        timestamp: time,
      },
    });
  });

  test("names the policies that blocked, from capolids and polids", () => {
    const claims = (name: string) =>
      JSON.stringify({ access_token: { [name]: { essential: true, values: ["p1", "p2", "p1"] } } });
    for (const name of ["capolids", "polids"]) {
      expect(readErrorBody({ error: "invalid_grant", claims: claims(name) })?.error.policyIds).toEqual([
        "p1",
        "p2",
      ]);
    }
  });

  test("without error_codes gives the codes of its text", () => {
    const body = {
      error: "invalid_grant",
      error_description: "AADSTS70002: Error validating credentials. AADSTS50126: Wrong.",
    };
    expect(readErrorBody(body)).toMatchObject({ codes: [70002, 50126], error: { code: 50126 } });
  });

  test("with claims that are no JSON is still read", () => {
    expect(readErrorBody({ error: "x", claims: "{" })).toMatchObject({ error: { oauthError: "x" } });
  });

  test.each([[null], [[]], ["text"], [{}], [{ error: 5 }], [{ error: { code: "x" } }]])(
    "%j is none",
    (body) => {
      expect(readErrorBody(body)).toBeNull();
    },
  );

  test("never throws, whatever the body", () => {
    assertProperty(
      fc.property(
        fc.object({
          key: fc.constantFrom("error", "error_codes", "error_description", "claims", "suberror"),
        }),
        (body) => {
          readErrorBody(body);
        },
      ),
    );
    assertProperty(fc.property(fc.string(), (text) => void readErrorText(text)));
  });
});

describe("the deciding code", () => {
  test.each([
    [[50126], 50126],
    [[70002, 50126], 50126],
    [[9002322, 70002, 50055], 50055],
    [[50076, 50126], 50076],
    [[70002], 70002],
    [[], undefined],
  ])("of %j is %s", (codes, code) => {
    expect(decidingCode(codes)).toBe(code);
  });
});

test("codes of a text come in their order, each once", () => {
  expect(codesInText("AADSTS50126 x aadsts70002: AADSTS50126 AADSTS12")).toEqual([50126, 70002]);
});
