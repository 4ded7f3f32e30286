import { describe, expect, it } from "vitest";
import { createClaimsStore } from "../../../../renderer/stores/claims-store.ts";
import { createFakeHost, failed, ok } from "../support/fake-host.ts";

const catalogue = { claims: [], header: [] };

describe("claims store", () => {
  it("asks once, however often and however early it is asked again", async () => {
    const fake = createFakeHost({ "tokens.claims": () => ok(catalogue) });
    const store = createClaimsStore(fake.host);
    await Promise.all([store.getState().load(), store.getState().load()]);
    await store.getState().load();
    expect(fake.sent).toHaveLength(1);
    expect(store.getState()).toMatchObject({ catalogue, problem: null });
  });

  it("says why there are no explanations, and tries again the next time", async () => {
    let answer: ReturnType<typeof ok> | ReturnType<typeof failed> = failed("gone");
    const fake = createFakeHost({ "tokens.claims": () => answer });
    const store = createClaimsStore(fake.host);
    await store.getState().load();
    expect(store.getState()).toMatchObject({ catalogue: null, problem: { code: "gone" } });
    answer = ok(catalogue);
    await store.getState().load();
    expect(store.getState()).toMatchObject({ catalogue, problem: null });
  });
});
