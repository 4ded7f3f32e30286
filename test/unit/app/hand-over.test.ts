import { describe, expect, it } from "vitest";
import { createExports } from "../../../main/app/export/export-profile.ts";
import { handOver } from "../../../main/app/hand-over.ts";
import type { HostPorts } from "../../../main/app/ports.ts";
import type { FileRoute } from "../../../main/core/export/export-choice.ts";
import { readProfile } from "../../../main/core/profile/index.ts";

type Ports = Pick<HostPorts, "saveFile">;

/** A host with dialogs, or one whose page downloads, and the names that it was given. */
function host(hasDialogs: boolean): { readonly ports: Ports; readonly offered: string[] } {
  const offered: string[] = [];
  const ports: Ports = {
    saveFile: async (name) => {
      offered.push(name);
      const value = hasDialogs
        ? { savedTo: `/chosen/${name}`, download: null }
        : { savedTo: null, download: "d" };
      return { ok: true, value };
    },
  };
  return { ports, offered };
}

const file = { fileName: "a/../.b\u202e.plist", bytes: new Uint8Array([1]) };

describe("handOver", () => {
  it("attack: a save dialog is offered a plain name, whatever the file was called", async () => {
    const { ports, offered } = host(true);
    expect(await handOver(ports, file)).toEqual({
      ok: true,
      value: { fileName: "a-..-.b.plist", savedTo: "/chosen/a-..-.b.plist", download: null },
    });
    expect(offered).toEqual(["a-..-.b.plist"]);
  });

  it("attack: a download gets a plain name, whatever the file was called", async () => {
    const { ports, offered } = host(false);
    expect(await handOver(ports, file)).toEqual({
      ok: true,
      value: { fileName: "a-..-.b.plist", savedTo: null, download: "d" },
    });
    expect(offered).toEqual(["a-..-.b.plist"]);
  });

  it("hands on what the save dialog says", async () => {
    const { ports } = host(true);
    const cancelled = { ...ports, saveFile: async () => ({ ok: true, value: null }) as const };
    expect(await handOver(cancelled, file)).toEqual({ ok: true, value: null });
    const problem = { code: "not-saved", title: "t", detail: "d", fix: "f" };
    const refused = { ...ports, saveFile: async () => ({ ok: false, problem }) as const };
    expect(await handOver(refused, file)).toEqual({ ok: false, problem });
  });
});

const settings = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>
<key>OIDCProvider</key><string>Azure</string></dict></plist>`);

it.each([
  ["mac", null, "bashrc.mobileconfig"],
  ["plist", null, "bashrc.plist"],
  ["plist", "../../com.evil", "com.evil.plist"],
] as const satisfies readonly (readonly [FileRoute, string | null, string])[])(
  "attack: an export on the route %s of domain %j from a file named ../../.bashrc is called %s",
  async (route, domain, name) => {
    const document = readProfile(settings, { fileName: null, domain: "../../com.evil" });
    if (!document.ok) throw new Error(document.problem.title);
    const { ports, offered } = host(true);
    const desk = createExports(ports as HostPorts, { sign: () => Promise.reject(new Error("not signed")) });
    const request = {
      document: document.value,
      fileName: "../../.bashrc\u202e.plist",
      choice: { route, domain, blueprintReady: false },
      identityId: null,
    };
    expect(await desk.save(request)).toMatchObject({ ok: true, value: { fileName: name } });
    expect(offered).toEqual([name]);
  },
);
