import { describe, expect, it } from "vitest";
import { createOpenOutside, createOpenSignIn } from "../../../../main/hosts/electron/navigation.ts";

/** A shell that only notes what it is asked to open. */
function notingShell(): { readonly opened: string[]; readonly openExternal: Electron.Shell["openExternal"] } {
  const opened: string[] = [];
  return { opened, openExternal: async (address) => void opened.push(address) };
}

/** One text, and the address as a parser reads it. */
const written = [
  ['https://learn.microsoft.com/a b"c', "https://learn.microsoft.com/a%20b%22c"],
  ["https:\\\\learn.microsoft.com\\x", "https://learn.microsoft.com/x"],
  ["  https://learn.microsoft.com/\n\tx  ", "https://learn.microsoft.com/x"],
  ["HTTPS://LEARN.microsoft.com", "https://learn.microsoft.com/"],
  ["https://learn.microsoft.com/../x/./y", "https://learn.microsoft.com/x/y"],
] as const;

describe("createOpenOutside", () => {
  it.each(written)(
    "attack: the system gets the address that was checked, not the text %j",
    (text, address) => {
      const shell = notingShell();
      createOpenOutside(shell, () => null)(text);
      expect(shell.opened).toEqual([address]);
    },
  );

  it.each([
    "https://learn.microsoft.com@evil.example/",
    "file:///etc/passwd",
    "ms-msdt:/id",
    "https://evil.example/",
    "-https://learn.microsoft.com/",
  ])("attack: %j never reaches the system", (text) => {
    const shell = notingShell();
    createOpenOutside(shell, () => null)(text);
    expect(shell.opened).toEqual([]);
  });

  it("goes on when the system refuses", async () => {
    const open = createOpenOutside(
      { openExternal: () => Promise.reject(new Error("no browser")) },
      () => null,
    );
    expect(() => open("https://learn.microsoft.com/")).not.toThrow();
  });
});

describe("createOpenSignIn", () => {
  it.each(written)(
    "attack: the browser gets the sign-in address that was checked, not the text %j",
    (text, address) => {
      const shell = notingShell();
      createOpenSignIn(shell)(text);
      expect(shell.opened).toEqual([address]);
    },
  );

  it.each(["companyportal://enroll", "http://sts.contoso.example/adfs/ls", "javascript:alert(1)"])(
    "attack: a sign-in page at %j opens nothing",
    (text) => {
      const shell = notingShell();
      createOpenSignIn(shell)(text);
      expect(shell.opened).toEqual([]);
    },
  );
});
