import { describe, expect, it } from "vitest";
import { Addresses } from "../../../../e2e/electron-stand-in/addresses.ts";

const addresses = new Addresses();
addresses.register("app");

describe("Addresses", () => {
  it.each([
    ["app://latchkey/index.html?x#y", "https://latchkey.app.invalid/index.html?x#y"],
    ["app://latchkey/", "https://latchkey.app.invalid/"],
    ["app://a.b/c", "https://a.b.app.invalid/c"],
  ])("%s ⇄ %s", (electron, chromium) => {
    expect(addresses.toChromium(electron)).toBe(chromium);
    expect(addresses.toElectron(chromium)).toBe(electron);
    expect(addresses.schemeOf(chromium)).toBe("app");
  });

  it.each([
    "https://contoso.example/",
    "other://latchkey/",
    "https://latchkey.other.invalid/",
    "https://evil.example/https://latchkey.app.invalid/",
    "https://latchkey.app.invalid.evil.example/",
    "about:blank",
    "",
  ])("leaves %s alone", (address) => {
    expect(addresses.toChromium(address)).toBe(address);
    expect(addresses.toElectron(address)).toBe(address);
    expect(addresses.schemeOf(address)).toBeNull();
  });

  it("maps origins back, opaque ones to null", () => {
    expect(addresses.originToElectron("https://latchkey.app.invalid")).toBe("app://latchkey");
    expect(addresses.originToElectron("https://contoso.example")).toBe("https://contoso.example");
    expect(addresses.originToElectron("://")).toBe("null");
  });
});
