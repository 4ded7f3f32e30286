import { describe, expect, it } from "vitest";
import { type CommandId, commandIds, commandOf } from "../../../../preload/contract.ts";
import { createAct } from "../../../../renderer/app/commands.ts";
import { createStores } from "../../../../renderer/stores/stores.ts";
import { createFakeHost } from "../support/fake-host.ts";

function page() {
  const stores = createStores(createFakeHost({}).host);
  const asked: string[] = [];
  const act = createAct(stores, {
    openProfile: () => asked.push("open"),
    focusSearch: () => asked.push("search"),
  });
  return { stores, asked, act };
}

const withoutProfile = commandIds.filter((id) => ["nothing", "no run"].includes(commandOf(id).needs));

describe("commands", () => {
  it("without a profile only what needs none is possible", () => {
    expect(commandIds.filter((id) => page().act(id))).toEqual(withoutProfile);
    expect(withoutProfile).toContain("open");
    expect(withoutProfile).not.toContain("test-both");
  });

  it("without a profile the practice tenant leads to the scenarios of Start, from any screen", () => {
    const { stores, act } = page();
    stores.navigation.getState().go("explain");
    expect(act("practice")).toBe(true);
    expect(stores.navigation.getState()).toMatchObject({ screen: "profile", askedList: "scenarios" });
    stores.navigation.getState().listShown();
    expect(stores.navigation.getState().askedList).toBeNull();
  });

  it("under a dialog nothing is possible", () => {
    const { act, stores, asked } = page();
    const closed = stores.navigation.getState().dialogOpened();
    expect(withoutProfile.map((id: CommandId) => act(id))).toEqual(withoutProfile.map(() => false));
    expect(asked).toEqual([]);
    closed();
    expect(act("open")).toBe(true);
    expect(asked).toEqual(["open"]);
  });

  it("tabs are turned in the store, round at the ends", () => {
    const { stores } = page();
    const tab = () => stores.navigation.getState().tab;
    stores.navigation.getState().turnTab(-1);
    expect(tab()).toBe("other");
    stores.navigation.getState().turnTab(1);
    expect(tab()).toBe("identity");
  });
});
