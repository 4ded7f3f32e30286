import { expect, test } from "vitest";
import { builtFor, createExportStore, type WantedExport } from "../../../../renderer/stores/export-store.ts";
import { createFakeHost, failed, ok } from "../support/fake-host.ts";

const wanted = { choice: { route: "unsigned", domain: null }, isEach: false } as unknown as WantedExport;
const view = { id: "document" } as never;
const keepsOut = { lockOut: [{ rule: "nobody-gets-in" }], confirmName: "Contoso" };
const saved = { savedTo: "/there", download: null };

function storeOver(preview: unknown) {
  const fake = createFakeHost({ "export.preview": () => preview, "export.save": () => ok(saved) });
  const store = createExportStore(fake.host, async () => null);
  return { store, names: () => fake.sent.map(({ name }) => name) };
}

test("pressed before it is known what the file can do, Save asks first", async () => {
  const { store, names } = storeOver(ok(keepsOut));
  expect(store.getState().built).toBeNull();
  expect(await store.getState().saveOrAsk(wanted)).toEqual(keepsOut);
  expect(names()).toEqual(["export.preview"]);
  expect(store.getState().isBusy).toBe(false);
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
  const building = store.getState().build({ view, wanted });
  expect(await asking).toEqual(keepsOut);
  expect(store.getState().isBusy).toBe(false);
  for (const answer of unanswered) answer();
  await building;
  expect(fake.sent.map(({ name }) => name)).toEqual(["export.preview", "export.preview"]);
});

test("what can keep nobody out is saved, and what cannot be judged is left to the one who writes", async () => {
  for (const preview of [ok({ lockOut: [] }), failed("not-judged")]) {
    const { store, names } = storeOver(preview);
    expect(await store.getState().saveOrAsk(wanted)).toBeNull();
    expect(names()).toEqual(["export.preview", "export.save"]);
  }
});

test("an answer is shown for its own route, content, options and profile, and for nothing that is chosen after it", async () => {
  const { store } = storeOver(ok(keepsOut));
  await store.getState().build({ view, wanted });
  const shown = (question: { readonly view?: unknown; readonly choice?: object }) =>
    builtFor(store.getState().built, {
      view: (question.view ?? view) as never,
      wanted: { choice: { ...wanted.choice, ...question.choice }, isEach: false } as WantedExport,
    });
  expect(shown({})).toEqual(ok(keepsOut));
  expect(shown({ choice: { route: "plist" } })).toBeNull();
  expect(shown({ choice: { domain: "com.jamf.connect" } })).toBeNull();
  expect(shown({ choice: { blueprintReady: true } })).toBeNull();
  expect(shown({ view: { id: "document" } })).toBeNull();
  expect(builtFor(store.getState().built, { view, wanted: { ...wanted, isEach: true } as never })).toBeNull();
});

test("what cannot be built is an answer, too: the one before is not shown in its place", async () => {
  const answers = [ok(keepsOut), failed("nothing-to-write")];
  const fake = createFakeHost({ "export.preview": () => answers.shift() });
  const store = createExportStore(fake.host, async () => null);
  await store.getState().build({ view, wanted });
  await store.getState().build({ view, wanted });
  expect(builtFor(store.getState().built, { view, wanted })).toEqual(failed("nothing-to-write"));
});
