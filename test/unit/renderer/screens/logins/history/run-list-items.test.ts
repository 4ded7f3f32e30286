import { describe, expect, it } from "vitest";
import { nameRun } from "../../../../../../main/core/history/index.ts";
import type { RunView } from "../../../../../../preload/contract.ts";
import {
  groupByDay,
  runItems,
  shortChange,
} from "../../../../../../renderer/screens/logins/history/run-list-items.ts";
import { type Run, signInsOf } from "../../../../../../renderer/stores/run.ts";
import { miraAtContoso } from "../../../../../support/run-name.ts";

const listed: RunView = {
  id: "old",
  kind: "ropg",
  startedAt: "2026-11-17T10:14:00",
  label: { text: "50076 · password correct", short: "50076", tone: "ok" },
  name: miraAtContoso("ropg"),
  practice: false,
  scenario: null,
  kept: true,
  masked: true,
  profileIsCurrent: true,
  changeBefore: {
    profile: "changed",
    at: null,
    keys: ["OIDCScopes", "ROPGScopes"],
    switches: ["CA001 turned off"],
  },
};

const running: Run = {
  id: "new",
  kind: "both",
  name: miraAtContoso("both"),
  from: "menu-bar",
  username: "",
  host: "login.microsoftonline.com",
  practice: true,
  via: null,
  startedAt: "2026-11-23T09:00:00",
  signIns: signInsOf("both"),
  signIn: null,
  paired: null,
};

describe("runItems", () => {
  it("puts a run that main has not listed yet before the others", () => {
    const items = runItems([listed], { new: running }, "new");
    expect(items.map((item) => [item.id, item.text, item.isRunning, item.isListed])).toEqual([
      ["new", "Running", true, false],
      ["old", "50076 · password correct", false, true],
    ]);
  });

  it("calls a run as main does, while it goes on and afterwards", () => {
    const names = runItems([listed], { new: running }, "new").map((item) => item.name.whole);
    expect(names).toEqual(["m…@contoso.com, contoso.com, both", "m…@contoso.com, contoso.com, check"]);
  });

  it("says of people and places what tells the runs of the list apart", () => {
    const practice = (id: string, scenario: string, person: string | null): RunView => ({
      ...listed,
      id,
      practice: true,
      name: nameRun({ kind: "ropg", scenario, host: "127.0.0.1", tenant: null, person }),
    });
    const mira = practice("1", "MFA on all resources", "m…@contoso.com");
    const abouts = (...runs: readonly RunView[]) => runItems(runs, {}, null).map(({ about }) => about);
    expect(abouts(mira, practice("2", "MFA on all resources", "s…@contoso.com"))).toEqual(["m…", "s…"]);
    expect(abouts(mira, practice("2", "No MFA", "m…@contoso.com"))).toEqual(["", ""]);
    expect(abouts(practice("1", "No MFA", null))).toEqual([""]);
    expect(abouts(listed, mira)).toEqual(["contoso.com", ""]);
  });

  it("tells runs of one minute apart by their seconds, and no others", () => {
    const at = (id: string, startedAt: string): RunView => ({ ...listed, id, startedAt });
    const runs = [
      at("3", "2026-11-17T10:15:00.000Z"),
      at("2", "2026-11-17T10:14:40.000Z"),
      at("1", "2026-11-17T10:14:02.000Z"),
    ];
    expect(runItems(runs, {}, null).map(({ withSeconds }) => withSeconds)).toEqual([false, true, true]);
  });

  it("says what was changed between a run and the one before it, switches of the practice tenant first", () => {
    const changes = (changeBefore: RunView["changeBefore"]) =>
      runItems([{ ...listed, changeBefore }], {}, null)[0]?.changes;
    expect(changes(listed.changeBefore)).toEqual(["CA001 turned off", "Profile changed, 2 keys"]);
    expect(changes({ profile: "changed", at: null, keys: [], switches: [] })).toEqual(["Profile changed"]);
    expect(changes(null)).toEqual([]);
  });

  it("says when the profile was changed, but of no switch", () => {
    const changedAt = (switches: readonly string[]) => {
      const changeBefore = { profile: "changed", at: "2026-11-17T10:10:00", keys: [], switches } as const;
      return runItems([{ ...listed, changeBefore }], {}, null)[0]?.changedAt;
    };
    expect(changedAt([])).toBe("2026-11-17T10:10:00");
    expect(changedAt(["CA001 turned off"])).toBeNull();
  });

  it("says in short what stood otherwise", () => {
    expect(shortChange("CA001 turned off")).toBe("CA001 off");
    expect(shortChange("Basic scopes: legacy")).toBe("Basic scopes: legacy");
    expect(shortChange("3 switches changed")).toBe("3 switches changed");
  });

  it("shows a run once when main has listed it", () => {
    expect(runItems([listed], { old: { ...running, id: "old" } }, null)).toHaveLength(1);
  });
});

describe("groupByDay", () => {
  const items = runItems([listed], { new: running }, "new");

  it("calls this day today and names the others", () => {
    const days = groupByDay(items, new Date("2026-11-23T20:00:00"));
    expect(days.map((day) => day.title)).toEqual(["Today", "Tuesday 17 November"]);
  });

  it("names the year when it is not this one", () => {
    expect(groupByDay(items, new Date("2027-01-02T00:00:00")).map((day) => day.title)).toEqual([
      "Monday 23 November 2026",
      "Tuesday 17 November 2026",
    ]);
  });
});
