import { describe, expect, it } from "vitest";
import { acceptDifference, isOpen } from "../../../../main/core/jamf-pro/accept-difference.ts";
import { countDifferences } from "../../../../main/core/jamf-pro/count-differences.ts";
import type { Difference } from "../../../../main/core/jamf-pro/difference.ts";
import { deliveryReport } from "../../../../main/core/report/index.ts";

const difference = (
  keyPath: string,
  kind: Difference["kind"],
  domain: string | null = "com.jamf.connect.login",
): Difference => ({
  domain,
  keyPath,
  sent: "MacAdmin",
  stored: "MacAdmin | Helpdesk",
  kind,
  isSetting: true,
});
const all = [
  difference("OIDCAdmin", "unexplained"),
  difference("OIDCAdmin", "unexplained", "com.jamf.connect"),
  difference("Help", "known-defect"),
];

describe("accepting a difference", () => {
  it("keeps the reason with it, and only with the one that is meant", () => {
    const done = acceptDifference(all, {
      domain: "com.jamf.connect",
      keyPath: "OIDCAdmin",
      reason: "  agreed with the help desk ",
    });
    if (!done.ok) throw new Error(done.problem.title);
    expect(done.value.map(({ accepted }) => accepted)).toEqual([
      undefined,
      "agreed with the help desk",
      undefined,
    ]);
    expect(done.value.map(isOpen)).toEqual([true, false, false]);
    expect(done.value[1]?.kind).toBe("unexplained");
  });

  it("without a domain takes every one of that key path", () => {
    const done = acceptDifference(all, { domain: null, keyPath: "OIDCAdmin", reason: "agreed" });
    expect(done.ok && done.value.filter(isOpen)).toEqual([]);
  });

  it("wants a reason, and something that is unexplained", () => {
    expect(acceptDifference(all, { domain: null, keyPath: "OIDCAdmin", reason: " \n" })).toMatchObject({
      problem: { code: "reason-missing" },
    });
    for (const keyPath of ["Help", "Nothing"])
      expect(acceptDifference(all, { domain: null, keyPath, reason: "agreed" })).toMatchObject({
        problem: { code: "jamf-pro-nothing-to-accept" },
      });
  });
});

it("is counted apart from what is open", () => {
  const [one, two, three] = all;
  if (one === undefined || two === undefined || three === undefined) throw new Error("three");
  expect(countDifferences([{ ...one, accepted: "agreed" }, two, three], 3)).toBe(
    "3 settings are exactly as sent; 1 meets a known defect; 1 is accepted with a reason; 1 difference is not explained.",
  );
  expect(countDifferences([{ ...one, accepted: "agreed" }], 3)).toContain("nothing else is unexplained");
});

it("the report says what was done, what differs and why it was accepted, and no value leaves its cell", () => {
  const [one] = all;
  if (one === undefined) throw new Error("one");
  const page = deliveryReport(
    {
      ...{
        action: "updated",
        id: "214",
        name: "Staff | *all*",
        uuid: "4C1D03AA",
        scope: "2 targets",
        category: null,
      },
      ...{
        equal: 31,
        restored: null,
        differences: [{ ...one, accepted: "agreed | with <b>them</b>" }, difference("PayloadUUID", "usual")],
      },
      steps: [{ at: Date.UTC(2026, 10, 30, 14, 32), text: "Accepted OIDCAdmin: agreed" }],
    },
    "contoso.jamfcloud.com",
  );
  expect(page).toContain("# Delivery of Staff \\| \\*all\\*");
  expect(page).toContain("contoso.jamfcloud.com");
  expect(page).toContain("2026-11-30T14:32:00.000Z");
  expect(page).toMatch(/unexplained.*OIDCAdmin.*MacAdmin.*agreed \\\| with \\<b\\>them/u);
  expect(page).not.toContain("PayloadUUID");
  const bars = page.split("\n").filter((line) => line.includes("OIDCAdmin") && line.startsWith("|"));
  expect(bars.map((line) => line.match(/(?<!\\)\|/gu)?.length)).toEqual([6]);
});
