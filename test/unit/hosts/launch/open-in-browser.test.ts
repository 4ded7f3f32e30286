import { describe, expect, it } from "vitest";
import { openCommand } from "../../../../main/hosts/launch/open-in-browser.ts";

describe("openCommand", () => {
  it.each([
    ["darwin", ["/usr/bin/open", "http://127.0.0.1:8080/#token=x"]],
    ["win32", ["rundll32", "url.dll,FileProtocolHandler", "http://127.0.0.1:8080/#token=x"]],
    ["linux", ["xdg-open", "http://127.0.0.1:8080/#token=x"]],
    ["aix", null],
  ] as const)("on %s", (platform, command) => {
    expect(openCommand("http://127.0.0.1:8080/#token=x", platform)).toEqual(command);
  });

  it.each([
    ['https://login.contoso.example/a b"&calc', "https://login.contoso.example/a%20b%22&calc"],
    ["\thttps:\\\\login.contoso.example\\authorize", "https://login.contoso.example/authorize"],
    ["https://login.contoso.example/\n--flag", "https://login.contoso.example/--flag"],
  ])("attack: the browser gets the address as it was parsed, not the text %j", (text, address) => {
    expect(openCommand(text, "linux")).toEqual(["xdg-open", address]);
  });

  it.each(["file:///etc/passwd", "ms-msdt:/id", "--help", "javascript:alert(1)", ""])(
    "attack: %j is handed to no program",
    (text) => {
      expect(openCommand(text, "win32")).toBeNull();
    },
  );

  it("attack: no shell reads an address on Windows, where & would begin a command", () => {
    expect(openCommand("https://login.contoso.example/?a&calc", "win32")?.[0]).toBe("rundll32");
  });
});
