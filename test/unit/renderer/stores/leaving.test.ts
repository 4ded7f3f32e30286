import { expect, it } from "vitest";
import { createStores } from "../../../../renderer/stores/stores.ts";
import { createFakeHost, ok } from "../support/fake-host.ts";

it("asks about changes of which the answer is here before the view that was sent ahead of it", async () => {
  const edited = { unsaved: true, edited: true, leftOut: [], signature: null, fileName: "a.plist" };
  const fake = createFakeHost({ "profile.current": () => ok(edited) });
  const { saving, document } = createStores(fake.host);
  expect(document.getState().view).toBeNull();
  const mayLeave = saving.getState().mayLeave();
  await expect.poll(() => saving.getState().question?.about).toBe("unsaved");
  saving.getState().answer("cancel");
  expect(await mayLeave).toBe(false);
});
