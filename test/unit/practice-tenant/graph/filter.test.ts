import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFilter } from "../../../../main/practice-tenant/graph/filter.ts";
import { isProblem } from "../../../../main/practice-tenant/graph/graph-answer.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const row = {
  displayName: "Jamf Connect",
  appId: "AABB",
  createdDateTime: "2026-11-23T10:00:00Z",
  status: { errorCode: 50076 },
  signInEventTypes: ["interactiveUser"],
  isInteractive: true,
  note: "it's and that",
};

function holds(filter: string): boolean {
  const test = readFilter(filter);
  if (isProblem(test)) throw new Error(test.message);
  return test(row);
}

describe("$filter", () => {
  test.each([
    ["appId eq 'aabb'", true],
    ["appId eq 'other'", false],
    ["appId ne 'other'", true],
    ["startswith(displayName,'jamf')", true],
    ["startswith(displayName, 'connect')", false],
    ["status/errorCode eq 50076", true],
    ["status/errorCode ne 0 and isInteractive eq true", true],
    ["status/errorCode gt 60000", false],
    ["createdDateTime ge 2026-11-23T00:00:00Z and createdDateTime lt 2026-11-24T00:00:00Z", true],
    ["signInEventTypes/any(t: t eq 'interactiveUser')", true],
    ["signInEventTypes/any(t: t eq 'nonInteractiveUser')", false],
    ["isInteractive eq true and (appId eq 'other' or appId eq 'aabb')", true],
    ["(appId eq 'other' or appId eq 'third')", false],
    ["note eq 'it''s and that'", true],
    ["missing eq null", false],
    ["__proto__ eq 'x'", false],
  ])("%s", (filter, expected) => {
    expect(holds(filter)).toBe(expected);
  });

  test.each([
    "",
    "contains(displayName,'x')",
    "appId eq",
    "appId eq 'a' or appId eq 'b'",
    "signInEventTypes/any(t: x eq 'a')",
  ])("refuses %j instead of answering with too much", (filter) => {
    expect(readFilter(filter)).toMatchObject({ status: 400 });
  });

  test("any text gives a test or a problem", () => {
    assertProperty(
      fc.property(fc.string(), (text) => {
        const read = readFilter(text);
        if (!isProblem(read)) read(row);
      }),
    );
  });
});
