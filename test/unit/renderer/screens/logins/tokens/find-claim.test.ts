import { expect, it } from "vitest";
import type { ClaimDescription } from "../../../../../../preload/contract.ts";
import { findClaim } from "../../../../../../renderer/screens/logins/tokens/find-claim.ts";

const claim = (name: string, isPrefix = false): ClaimDescription => ({
  name,
  ...(isPrefix ? { isPrefix } : {}),
  title: name,
  meaning: "M.",
  jamfConnect: null,
  certainty: "documented",
  source: "https://a.example",
});

const known = [claim("xms_", true), claim("xms_c", true), claim("xms_cc"), claim("upn")];

it.each([
  ["upn", "upn"],
  ["xms_cc", "xms_cc"],
  ["xms_cd", "xms_c"],
  ["xms_ftd", "xms_"],
  ["upn2", null],
  ["UPN", null],
  ["constructor", null],
])("%s is explained by %s", (name, expected) => {
  expect(findClaim(known, name)?.name ?? null).toBe(expected);
});
