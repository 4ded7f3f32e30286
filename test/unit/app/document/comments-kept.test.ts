import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type FilePlace, fileAt } from "../../../../main/files/source-file.ts";
import { readIdentity, signContent } from "../../../../main/signing/index.ts";
import { type Bench, createBench, staffProfile } from "../../../contract/bench.ts";
import { throwawayIdentity } from "../../../support/throwaway-identity.ts";

const tenant = "11112222-3333-4444-8555-666677778888";

/** As somebody has written it by hand: comments, line ends of Windows, blanks, and keys side by side. */
const commented = staffProfile
  .replace("<plist", "<!-- Owner: the Mac team -- see the wiki -->\n<plist")
  .replace("<key>OIDCTenant</key>", "<!-- Ticket 4711 -->\n\t  <key>OIDCTenant</key>")
  .replace("</string>\n", "</string><!-- ours -->\n")
  .replaceAll("\n", "\r\n");

/** A file on a disk that is only here. */
function disk(content: string | Uint8Array) {
  const file: { bytes: Uint8Array } = { bytes: Buffer.from(content) };
  const place: FilePlace = {
    path: "/somewhere/a.mobileconfig",
    read: async () => ({ ok: true, value: file.bytes }),
    isThere: async () => true,
    write: async (bytes) => {
      file.bytes = bytes;
      return null;
    },
  };
  return { place, text: () => Buffer.from(file.bytes).toString() };
}

async function opened(content: string | Uint8Array, place?: FilePlace): Promise<Bench> {
  const bench = createBench();
  await bench.call("profile.open", { file: bench.give("a.mobileconfig", content, place) });
  return bench;
}

const setTenant = (bench: Bench, value: string) =>
  bench.call("profile.editField", { field: "tenant", value, domain: null });

describe("what is saved from the editor", () => {
  it("is the file with the changed values in it: every other byte stays, from one saving to the next", async () => {
    const { place, text } = disk(commented);
    const bench = await opened(commented, place);
    for (const value of ["fabrikam.com", "tailspin.com"]) {
      await setTenant(bench, value);
      expect(await bench.call("document.save", { over: false })).toMatchObject({ lost: null });
      expect(text()).toBe(commented.replaceAll(tenant, value));
    }
    await bench.session.dispose();
  });

  it("is the same file to the byte where it is saved elsewhere without a change", async () => {
    const bench = await opened(commented);
    const saved = await bench.call("document.saveAs", {});
    expect(bench.taken(saved?.download).toString()).toBe(commented);
    await bench.session.dispose();
  });

  it("keeps comments over undo, a recipe, a copy and going back to the file", async () => {
    const { place, text } = disk(commented);
    const bench = await opened(commented, place);
    await bench.call("recipes.apply", { name: "simple", loginApi: "api://a", checkApi: "api://b" });
    await setTenant(bench, "fabrikam.com");
    await bench.call("profile.undo", {});
    await bench.call("document.save", { over: false });
    expect(text().match(/<!--[\s\S]*?-->/gu)).toEqual(commented.match(/<!--[\s\S]*?-->/gu));
    await setTenant(bench, "fabrikam.com");
    await bench.call("document.revert", {});
    await setTenant(bench, "tailspin.com");
    await bench.call("document.duplicate", {});
    const copy = await bench.call("document.save", { over: false });
    expect(bench.taken(copy?.download).toString()).toContain("<!-- Ticket 4711 -->");
    await bench.session.dispose();
  });

  it("keeps the comments of a file from a draft, as long as nobody has changed that file", async () => {
    const folder = await mkdtemp(join(tmpdir(), "latchkey-comments-"));
    const path = join(folder, "a.mobileconfig");
    await writeFile(path, commented);
    const bench = await opened(commented, fileAt(path).place ?? undefined);
    await setTenant(bench, "fabrikam.com");
    await bench.call("profile.close", {});
    await bench.call("drafts.forget", { id: randomUUID() });
    const [draft] = (await bench.call("drafts.list", {})).drafts;
    await bench.call("drafts.restore", { id: draft?.id ?? "" });
    await bench.call("document.settle", { how: "file", path: null, file: null });
    expect(await bench.call("document.save", { over: false })).toMatchObject({ lost: null });
    expect(await readFile(path, "utf8")).toBe(commented.replaceAll(tenant, "fabrikam.com"));
    await bench.session.dispose();
    await rm(folder, { recursive: true });
  });

  it("keeps those inside a signature, which ends", async () => {
    const { p12, passphrase } = throwawayIdentity("Contoso");
    const identity = await readIdentity({ kind: "p12", bytes: Buffer.from(p12, "base64") }, passphrase);
    if (!identity.ok) throw new Error(identity.problem.detail);
    const signed = await signContent(Buffer.from(commented), identity.value);
    if (!signed.ok) throw new Error(signed.problem.detail);
    const { place, text } = disk(signed.value.der);
    const bench = await opened(signed.value.der, place);
    await setTenant(bench, "fabrikam.com");
    await bench.call("document.save", { over: false });
    expect(text()).toBe(commented.replaceAll(tenant, "fabrikam.com"));
    await bench.session.dispose();
  });

  it("is written anew where a place cannot be found, and the lost comments are told in one line", async () => {
    const twice = "<key>OIDCProvider</key><string>EntraID</string>";
    const odd = commented.replace("<key>OIDCProvider</key>", `${twice}<key>OIDCProvider</key>`);
    const { place, text } = disk(odd);
    const bench = await opened(odd, place);
    await setTenant(bench, "fabrikam.com");
    const saved = await bench.call("document.save", { over: false });
    expect(saved?.lost).toMatchObject({
      code: "comments-lost",
      title: "a.mobileconfig is saved without the comments that its file had.",
    });
    expect(text()).toContain("<string>fabrikam.com</string>");
    expect(text()).not.toContain("<!--");
    // Nothing is lost any more the next time.
    await setTenant(bench, "tailspin.com");
    expect(await bench.call("document.save", { over: false })).toMatchObject({ lost: null });
    await bench.session.dispose();
  });
});
