import { describe, expect, it } from "vitest";
import { createDocumentStore } from "../../../../renderer/stores/document-store.ts";
import { createExportStore } from "../../../../renderer/stores/export-store.ts";
import { deliverMade } from "../../../../renderer/stores/files.ts";
import { createPoliciesStore } from "../../../../renderer/stores/policies-store.ts";
import { createFakeHost, failed, ok } from "../support/fake-host.ts";

const file = new File(["<plist>\n<dict>"], "staff.plist");
const pickedOne = { folder: null, files: [{ path: "staff.plist", file: async () => file }], isWhole: true };
const deliverNothing = () => {
  throw new Error("nothing was made");
};

describe("a picked file", () => {
  it("goes to main by its handle, whatever reads it", async () => {
    const { host, sent } = createFakeHost({ "policies.load": () => ok(null) });
    await createDocumentStore(host).getState().openFile(file);
    await createPoliciesStore(host).getState().load(pickedOne);
    const exports = createExportStore(host, deliverNothing).getState();
    const key = new File([""], "key.pem");
    await exports.unlockPem({ certificate: file, key: null, chain: null }, "").catch(() => undefined);
    await exports.unlockPem({ certificate: file, key, chain: key }, "").catch(() => undefined);
    expect(sent).toEqual([
      { name: "profile.open", input: { file } },
      {
        name: "policies.load",
        input: { name: "staff.plist", files: [{ file, path: "staff.plist" }], adds: false },
      },
      { name: "export.unlockPem", input: { certificate: file, key: null, chain: null, passphrase: "" } },
      { name: "export.unlockPem", input: { certificate: file, key, chain: key, passphrase: "" } },
    ]);
  });

  it("that the host does not take is read by no call, and the page says why", async () => {
    const { host, sent } = createFakeHost({});
    const refusing = { ...host, giveFile: async () => failed("file-too-large") as never };
    const documents = createDocumentStore(refusing);
    await documents.getState().openFile(file);
    expect(documents.getState()).toMatchObject({
      isOpening: false,
      failure: { fileName: "staff.plist", bytes: 14, problem: { code: "file-too-large" } },
    });
    const policies = createPoliciesStore(refusing);
    await policies.getState().load(pickedOne);
    expect(policies.getState()).toMatchObject({ isLoading: false, problem: { code: "file-too-large" } });
    expect(sent).toEqual([]);
  });

  it("that is no profile is shown around the place that is wrong", async () => {
    const { host } = createFakeHost({ "profile.open": () => failed("xml-broken") });
    const documents = createDocumentStore(host);
    await documents.getState().openFile(file);
    expect(documents.getState().failure?.text).toBe("<plist>\n<dict>");
  });
});

describe("a file that was made", () => {
  it("is downloaded once, where main has not saved it", async () => {
    const { host } = createFakeHost({ "export.save": () => ok({ fileName: "a.plist", download: "made" }) });
    const delivered: string[] = [];
    const store = createExportStore(host, (name, bytes) =>
      delivered.push(`${name}: ${new TextDecoder().decode(bytes)}`),
    );
    await store
      .getState()
      .save({ isEach: false, choice: { route: "mac", domain: null, blueprintReady: false } }, null);
    expect(delivered).toEqual(["a.plist: made"]);
    expect(store.getState().last?.fileName).toBe("a.plist");
    expect(await deliverMade(host, { fileName: "b", download: null }, deliverNothing)).toBeNull();
  });

  it("that is gone is no export: the page says so", async () => {
    const { host } = createFakeHost({ "export.save": () => ok({ fileName: "a.plist", download: "made" }) });
    const gone = { ...host, takeFile: async () => failed("file-gone") as never };
    const store = createExportStore(gone, deliverNothing);
    await store
      .getState()
      .save({ isEach: false, choice: { route: "mac", domain: null, blueprintReady: false } }, null);
    expect(store.getState()).toMatchObject({ last: null, isBusy: false, problem: { code: "file-gone" } });
  });
});
