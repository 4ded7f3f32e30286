import { expect, it, vi } from "vitest";
import { noCounts } from "../../../../main/core/sign-ins/index.ts";
import type { CallInput, SignInRow } from "../../../../preload/contract.ts";
import { createSignInsStore } from "../../../../renderer/stores/sign-ins-store.ts";
import { createFakeHost, failed, ok } from "../support/fake-host.ts";

const view = { files: [{ file: "log.json" }], refused: [], rows: 500, version: 1, reading: null };

const answer = (rows: number) => ({
  version: 1,
  headline: "",
  under: "",
  people: 0,
  report: { rows, read: 500, realFailures: 0, classes: noCounts() },
});

const rowOf = (place: number) => ({ row: place, code: 0, class: "success" }) as unknown as SignInRow;

/** A log of 500 rows, none of which has an application of the profile. */
function loaded(apps: readonly { readonly appId: string; readonly keys: readonly string[] }[]) {
  const fake = createFakeHost({
    "signIns.current": () => ok(view),
    "signIns.apps": () => ok(apps),
    "signIns.report": ({ appIds }: CallInput<"signIns.report">) => ok(answer(appIds.length === 0 ? 500 : 0)),
    "signIns.rows": ({ filter, offset, limit }: CallInput<"signIns.rows">) =>
      ok(
        filter.appIds.length === 0
          ? { total: 500, rows: Array.from({ length: limit }, (_, index) => rowOf(offset + index)) }
          : { total: 0, rows: [] },
      ),
    "signIns.row": () => ok(null),
  });
  return { fake, store: createSignInsStore(fake.host, () => undefined) };
}

it("shows all rows where none has an application of the open profile, and says so", async () => {
  const { store } = loaded([{ appId: "a", keys: ["OIDCClientID"] }]);
  await store.getState().load();
  await vi.waitFor(() => expect(store.getState().answer?.report.rows).toBe(500));
  expect(store.getState()).toMatchObject({ profileHasNone: true, choice: { apps: "all" } });
});

it("goes to a row that is not here yet, and shows it when it comes", async () => {
  const { store } = loaded([]);
  await store.getState().load();
  await vi.waitFor(() => expect(store.getState().total).toBe(500));
  store.getState().select(450);
  expect(store.getState()).toMatchObject({ cursor: 450, selected: null });
  store.getState().need(440, 460);
  await vi.waitFor(() => expect(store.getState().selected?.row.row).toBe(450));
});

it("a choice that is only about rows asks for no numbers", async () => {
  const { fake, store } = loaded([]);
  await store.getState().load();
  await vi.waitFor(() => expect(store.getState().total).toBe(500));
  const asked = () => fake.sent.filter(({ name }) => name === "signIns.report").length;
  const before = asked();
  store.getState().choose({ search: "x" });
  expect(asked()).toBe(before);
  store.getState().choose({ user: "x" });
  expect(asked()).toBe(before + 1);
});

it("says why the numbers are not there", async () => {
  const fake = createFakeHost({
    "signIns.current": () => ok(view),
    "signIns.apps": () => ok([]),
    "signIns.report": () => failed("disk-full"),
    "signIns.rows": () => ok({ total: 0, rows: [] }),
  });
  const store = createSignInsStore(fake.host, () => undefined);
  await store.getState().load();
  await vi.waitFor(() => expect(store.getState().problem?.code).toBe("disk-full"));
});
