import { expect, test } from "vitest";
import { createExportStore, type WantedExport } from "../../../../renderer/stores/export-store.ts";
import { createFakeHost, failed, ok } from "../support/fake-host.ts";

const wanted = { choice: { route: "unsigned", domain: null }, isEach: false } as unknown as WantedExport;
const keepsOut = { lockOut: [{ rule: "nobody-gets-in" }], confirmName: "Contoso" };
const saved = { savedTo: "/there", download: null };

function storeOver(preview: unknown) {
  const fake = createFakeHost({ "export.preview": () => preview, "export.save": () => ok(saved) });
  const store = createExportStore(fake.host, async () => null);
  return { store, names: () => fake.sent.map(({ name }) => name) };
}

test("pressed before it is known what the file can do, Save asks first", async () => {
  const { store, names } = storeOver(ok(keepsOut));
  expect(store.getState().preview).toBeNull();
  expect(await store.getState().saveOrAsk(wanted)).toBe(true);
  expect(names()).toEqual(["export.preview"]);
  expect(store.getState()).toMatchObject({ isBusy: false, preview: keepsOut });
});

test("what the page asks meanwhile does not let Save forget to ask", async () => {
  const unanswered: (() => void)[] = [];
  const fake = createFakeHost({
    "export.preview": () =>
      fake.sent.length === 1
        ? ok(keepsOut)
        : new Promise((answer) => unanswered.push(() => answer(ok(keepsOut)))),
  });
  const store = createExportStore(fake.host, async () => null);
  const asking = store.getState().saveOrAsk(wanted);
  const loading = store.getState().loadPreview(wanted);
  expect(await asking).toBe(true);
  expect(store.getState()).toMatchObject({ isBusy: false, preview: keepsOut });
  for (const answer of unanswered) answer();
  await loading;
  expect(fake.sent.map(({ name }) => name)).toEqual(["export.preview", "export.preview"]);
});

test("what can keep nobody out is saved, and what cannot be judged is left to the one who writes", async () => {
  for (const preview of [ok({ lockOut: [] }), failed("not-judged")]) {
    const { store, names } = storeOver(preview);
    expect(await store.getState().saveOrAsk(wanted)).toBe(false);
    expect(names()).toEqual(["export.preview", "export.save"]);
  }
});
