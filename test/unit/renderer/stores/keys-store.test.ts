import { expect, it } from "vitest";
import { createKeysStore } from "../../../../renderer/stores/keys-store.ts";
import { createFakeHost, failed, ok } from "../support/fake-host.ts";
import { keyEntry } from "../support/key-entry.ts";

const domain = "com.jamf.connect.login";
const list = keyEntry({ domain, keyPath: "Actions", type: "array", items: "dict" });
const name = keyEntry({ domain, keyPath: "Actions[].Name" });

it("finds what is known about a key, wherever it stands in a list, and nothing about the same name in another domain", async () => {
  const store = createKeysStore(createFakeHost({ "keys.catalogue": () => ok([list, name]) }).host);
  expect(await store.getState().load()).toMatchObject({ ok: true });
  const { find, childrenOf } = store.getState().catalogue;
  expect(find(domain, "Actions[2].Name")).toBe(name);
  expect(find(domain, "Actions[2].Own")).toBeNull();
  expect(find("com.contoso.agent", "Actions")).toBeNull();
  expect(childrenOf(domain, "Actions")).toEqual([name]);
  expect(childrenOf(domain, "Actions[0]")).toEqual([name]);
  expect(childrenOf(domain, "Actions[0].Name")).toEqual([]);
});

it("says when there is no catalogue: without it no key has a name", async () => {
  const store = createKeysStore(createFakeHost({ "keys.catalogue": () => failed("host-gone") }).host);
  expect(await store.getState().load()).toMatchObject({ ok: false, problem: { code: "host-gone" } });
});
