import { describe, expect, it } from "vitest";
import type { TrendView } from "../../../../../../preload/contract.ts";
import { otherTrends, toldTrends } from "../../../../../../renderer/screens/logins/history/told-trends.ts";

const before = {
  runId: "old",
  startedAt: "2026-11-20T09:05:00.000Z",
  answer: { word: "50076", code: 50076 },
  profile: "unchanged",
  changedKeys: [],
} as const;

const check: TrendView = {
  switches: ["CA001 turned off"],
  signIn: "ropg",
  practice: true,
  answer: { word: "clean", code: null },
  since: "2026-11-23T09:05:00.000Z",
  runIds: ["both", "check"],
  wrongWithin: 0,
  silentSince: 0,
  silentBecause: null,
  before,
};
const login: TrendView = { ...check, signIn: "oidc", runIds: ["both"], before: null };

describe("trends", () => {
  it("are told by the shown run where it is one of them, and by the list otherwise", () => {
    expect(toldTrends([login, check], "check")).toEqual([check]);
    expect(otherTrends([login, check], "check")).toEqual([]);
    expect(toldTrends([check], "wrong-password")).toEqual([]);
    expect(otherTrends([check], "wrong-password")).toEqual([check]);
    expect(otherTrends([check], null)).toEqual([check]);
  });

  it("say nothing of a single run with nothing before it", () => {
    expect(toldTrends([login], "both")).toEqual([]);
    expect(otherTrends([login], null)).toEqual([]);
  });
});
