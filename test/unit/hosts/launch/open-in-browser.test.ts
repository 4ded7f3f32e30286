import { describe, expect, it } from "vitest";
import { linkPage, linkParent } from "../../../../main/hosts/launch/link-file.ts";
import { openCommand, webAddress } from "../../../../main/hosts/launch/open-in-browser.ts";

describe("openCommand", () => {
  it.each([
    ["darwin", ["/usr/bin/open", "/home/robin/open.html"]],
    ["win32", ["rundll32", "url.dll,FileProtocolHandler", "/home/robin/open.html"]],
    ["linux", ["xdg-open", "/home/robin/open.html"]],
    ["aix", null],
    ["constructor", null],
  ] as const)("on %s", (platform, command) => {
    expect(openCommand("/home/robin/open.html", platform)).toEqual(command);
  });

  it("attack: no shell reads a path on Windows, where & would begin a command", () => {
    expect(openCommand("C:\\Users\\a&calc\\open.html", "win32")?.[0]).toBe("rundll32");
  });
});

describe("webAddress", () => {
  it.each([
    ['https://login.contoso.example/a b"&calc', "https://login.contoso.example/a%20b%22&calc"],
    ["\thttps:\\\\login.contoso.example\\authorize", "https://login.contoso.example/authorize"],
    ["https://login.contoso.example/\n--flag", "https://login.contoso.example/--flag"],
  ])("attack: the browser gets the address as it was parsed, not the text %j", (text, address) => {
    expect(webAddress(text)).toBe(address);
  });

  it.each(["file:///etc/passwd", "ms-msdt:/id", "--help", "javascript:alert(1)", ""])(
    "attack: %j is handed to no browser",
    (text) => {
      expect(webAddress(text)).toBeNull();
    },
  );
});

describe("the page that leads to an address", () => {
  it("attack: an address cannot put markup into it", () => {
    const page = linkPage(`https://login.contoso.example/#"><script>alert('1')</script>&amp;`);
    expect(page).not.toContain("<script>");
    expect(page.match(/"/g)?.length).toBe(linkPage("https://login.contoso.example/").match(/"/g)?.length);
  });

  it.each([
    ["linux", "/home/robin"],
    ["darwin", "/home/robin/Library/Application Support/Latchkey"],
  ])("lies where every browser on %s may read", (platform, folder) => {
    expect(linkParent({ platform, environment: {}, home: "/home/robin" })).toBe(folder);
  });
});
