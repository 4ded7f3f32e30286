import { afterEach, beforeEach, expect, it } from "vitest";
import type { Latchkey } from "../../../../preload/contract.ts";
import { connectStores, createStores, type Stores } from "../../../../renderer/stores/stores.ts";
import { type Bench, createBench, openStaff } from "../../../contract/bench.ts";

let bench: Bench;
const endings: (() => void)[] = [];
beforeEach(() => {
  bench = createBench();
});
afterEach(async () => {
  for (const end of endings.splice(0)) end();
  await bench.session.dispose();
});

/** A page that is loaded now, on a real session. */
async function load(): Promise<Stores> {
  const host = {
    call: (name: string, input: unknown) => bench.session.call(name, input),
    on: () => () => undefined,
  } as unknown as Latchkey;
  const stores = createStores(host);
  endings.push(connectStores(host, stores));
  await stores.document.getState().load();
  return stores;
}

const timeout = {
  payload: { domain: "com.jamf.connect.login" },
  path: ["OIDCHTTPTimeout"],
  type: "integer",
  label: "Timeout",
  takesAnyText: false,
} as const;
/** How long to wait, not how fast to be. */
const patient = { timeout: 60_000 };
const typedIn = (stores: Stores) => Object.values(stores.form.getState().typed);

it("a page that is loaded anew shows what did not fit, and what is wrong with it", async () => {
  const { source } = await openStaff(bench);
  const first = await load();
  await first.unstored.flush();
  first.form.getState().type(timeout, "twenty", null);
  first.source.getState().type(source.replace("Contoso staff", "Contoso <staff"));
  await first.unstored.flush();

  const second = await load();
  await expect.poll(() => typedIn(second), patient).toMatchObject([{ text: "twenty", field: timeout }]);
  await expect.poll(() => typedIn(second)[0]?.problem?.title, patient).toBeTruthy();
  await second.source.getState().leave();
  expect(second.source.getState().status).toBe("wrong");
  expect(second.source.getState().typed).toContain("Contoso <staff");
  expect(second.saving.getState().wouldLose()).toBe(true);
});

it("what was mended, stored or left is kept no longer", async () => {
  const { source, id } = await openStaff(bench);
  const page = await load();
  await page.unstored.flush();
  page.form.getState().type(timeout, "twenty", null);
  page.source.getState().type(source.replace("Contoso staff", "Contoso <staff"));
  await page.unstored.flush();
  page.form.getState().takeBack(timeout);
  page.source.getState().discard();
  await page.unstored.flush();
  expect(await bench.call("document.unstored", {})).toEqual({
    document: id,
    texts: { fields: [], source: null },
  });
});

it("another document gets nothing of what stood on the page of the one before", async () => {
  await openStaff(bench);
  const page = await load();
  page.form.getState().type(timeout, "twenty", null);
  await openStaff(bench);
  await page.document.getState().load();
  await expect.poll(() => typedIn(page), patient).toEqual([]);
  await page.unstored.flush();
  expect((await bench.call("document.unstored", {}))?.texts.fields).toEqual([]);
});
