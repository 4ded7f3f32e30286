import { expect, it } from "vitest";
import { createSetUpStore } from "../../../../renderer/stores/set-up-store.ts";
import { createFakeHost, ok } from "../support/fake-host.ts";

it("the script of one format or recipe never stands under another", async () => {
  const late: ((answer: unknown) => void)[] = [];
  const { host } = createFakeHost({
    "setUp.view": () => ok({ plan: null }),
    "setUp.script": () => new Promise((resolve) => late.push(resolve)),
  });
  const store = createSetUpStore(host, () => undefined);
  store.getState().ask();
  late[0]?.(ok({ text: "PowerShell" }));
  await new Promise((done) => setTimeout(done));
  expect(store.getState()).toMatchObject({ script: "PowerShell", isScripting: false });
  store.getState().setFormat("az");
  expect(store.getState()).toMatchObject({ script: null, isScripting: true });
  late[1]?.(ok({ text: "az" }));
  await new Promise((done) => setTimeout(done));
  expect(store.getState()).toMatchObject({ script: "az", isScripting: false });
  store.getState().choose({ recipe: "placeholder" });
  expect(store.getState().script).toBeNull();
});
