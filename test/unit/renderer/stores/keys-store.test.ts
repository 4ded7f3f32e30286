import { expect, it } from "vitest";
import type { KeyView } from "../../../../preload/contract.ts";
import { createKeysStore } from "../../../../renderer/stores/keys-store.ts";
import { createFakeHost, failed, ok } from "../support/fake-host.ts";

const domain = "com.jamf.connect.login";
const key = (keyPath: string): KeyView => ({
  payload: { domain },
  path: keyPath.split("."),
  keyPath,
  type: "string",
  value: "",
  display: "",
});
const secret = {
  domain,
  keyPath: "OIDCClientSecret",
  title: "Client secret",
  description: "Of a confidential client.",
  group: "Login",
  sensitive: true,
};

it("names a key by the catalogue, and one that the catalogue does not have by its own name", async () => {
  const store = createKeysStore(createFakeHost({ "keys.catalogue": () => ok([secret]) }).host);
  expect(await store.getState().load()).toMatchObject({ ok: true });
  const { describe } = store.getState();
  expect(describe(key("OIDCClientSecret"))).toMatchObject({
    title: "Client secret",
    sensitive: true,
    known: true,
  });
  expect(describe(key("Group.Own"))).toMatchObject({
    title: "Own",
    description: null,
    group: "Other",
    sensitive: false,
    known: false,
  });
  // A value that main left out has no field that would put an empty text in its place.
  expect(describe({ ...key("Group.OwnSecret"), secret: true })).toMatchObject({
    sensitive: true,
    known: false,
  });
  // The same name in another domain is another key.
  const elsewhere = { ...key("OIDCClientSecret"), payload: { domain: "com.contoso.agent" } };
  expect(describe(elsewhere).known).toBe(false);
});

it("says when there is no catalogue: without it a secret could not be told from a text", async () => {
  const store = createKeysStore(createFakeHost({ "keys.catalogue": () => failed("host-gone") }).host);
  expect(await store.getState().load()).toMatchObject({ ok: false, problem: { code: "host-gone" } });
});
