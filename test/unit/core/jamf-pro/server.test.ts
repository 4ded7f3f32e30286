import { describe, expect, it } from "vitest";
import { classicPath, proPath, readServer } from "../../../../main/core/jamf-pro/server.ts";

describe("readServer", () => {
  it("takes a host alone, and a server on this machine without TLS", () => {
    expect(readServer({ address: " example.jamfcloud.com/ " })).toEqual({
      ok: true,
      value: { kind: "classic", origin: "https://example.jamfcloud.com", context: null },
    });
    expect(readServer({ address: "http://127.0.0.1:8443" })).toMatchObject({
      ok: true,
      value: { kind: "classic" },
    });
  });

  it("takes the gateway with exactly one context", () => {
    const address = "https://eu.api.jamfcloud.com";
    const server = readServer({ address, environmentId: "4b21-aa" });
    expect(server).toEqual({
      ok: true,
      value: { kind: "gateway", origin: address, context: { header: "X-Environment-Id", id: "4b21-aa" } },
    });
    if (!server.ok) throw new Error(server.problem.title);
    expect(classicPath(server.value, "osxconfigurationprofiles")).toBe(
      "/proclassic/osxconfigurationprofiles",
    );
    expect(proPath(server.value, "v1/jamf-pro-version")).toBe("/pro/v1/jamf-pro-version");
    expect(readServer({ address, tenantId: "t1" })).toMatchObject({
      ok: true,
      value: { context: { header: "X-Tenant-Id" } },
    });
  });

  const refused: readonly (readonly [string, Parameters<typeof readServer>[0], string])[] = [
    ["nothing", { address: "" }, "jamf-pro-address"],
    ["http elsewhere", { address: "http://example.jamfcloud.com" }, "jamf-pro-address"],
    ["another scheme", { address: "ftp://example.jamfcloud.com" }, "jamf-pro-address"],
    [
      "a page of it",
      { address: "https://example.jamfcloud.com/OSXConfigurationProfiles.html?id=1" },
      "jamf-pro-address",
    ],
    [
      "a name and a password in it",
      { address: "https://admin:secret@example.jamfcloud.com" },
      "jamf-pro-address",
    ],
    ["the gateway's beta", { address: "https://us.apigw.jamf.com", environmentId: "e" }, "jamf-pro-address"],
    ["the gateway without a context", { address: "https://us.api.jamfcloud.com" }, "jamf-pro-context"],
    [
      "both contexts",
      { address: "https://us.api.jamfcloud.com", environmentId: "e", tenantId: "t" },
      "jamf-pro-context",
    ],
    [
      "a context for a server",
      { address: "https://example.jamfcloud.com", tenantId: "t" },
      "jamf-pro-context",
    ],
    [
      "a context with a line break in it",
      { address: "https://us.api.jamfcloud.com", tenantId: "t\r\nX: y" },
      "jamf-pro-context",
    ],
  ];
  it.each(refused)("refuses %s", (_name, typed, code) => {
    const server = readServer(typed);
    expect(server).toMatchObject({ ok: false, problem: { code } });
    expect(JSON.stringify(server)).not.toContain("secret@");
  });
});
