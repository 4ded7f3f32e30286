/**
 * Electron's security checklist (electronjs.org/docs/latest/tutorial/security), as far as no other spec asserts a point;
 * docs/electron.md says for each point where it is tested.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright";
import type { Latchkey } from "../../../preload/contract.ts";
import { backing, expect, test } from "./support/app.ts";
import { startProvider } from "./support/provider.ts";
import { startLogin } from "./support/start-login.ts";

declare const latchkey: Latchkey;

/** What a page gets when it asks for an address; `blocked` where it gets nothing. */
function ask(page: Page, address: string): Promise<string> {
  return page.evaluate(
    (url) =>
      fetch(url).then(
        (response) => `answered with ${response.status}`,
        () => "blocked",
      ),
    address,
  );
}

test("attack: a provider's page gets nothing of Node, no permission, no other site and no file", async ({
  app,
}) => {
  const provider = await startProvider((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end("<p>Sign in");
  });
  const other = createServer((_request, response) => response.end("private"));
  await new Promise<void>((ready) => other.listen(0, "127.0.0.1", ready));
  const otherOrigin = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;

  await startLogin(app, provider);
  const login = await app.page(1);
  await login.getByText("Sign in").waitFor();

  await test.step("points 2, 3 and 20: nothing of Node, of Electron or of the app", async () => {
    const seen = await login.evaluate(() =>
      ["require", "process", "module", "global", "Buffer", "electron", "latchkey"].filter(
        (name) => name in globalThis,
      ),
    );
    expect(seen).toEqual([]);
  });

  await test.step("point 5: every permission is denied, copying too", async () => {
    const names = [
      "geolocation",
      "notifications",
      "camera",
      "microphone",
      "clipboard-read",
      "clipboard-write",
    ];
    const states = await login.evaluate(
      (asked) =>
        Promise.all(
          asked.map(async (name) => {
            const { state } = await navigator.permissions.query({ name: name as PermissionName });
            return `${name} ${state}`;
          }),
        ),
      names,
    );
    expect(states).toEqual(names.map((name) => `${name} denied`));
  });

  await test.step("point 6: the page of another site stays closed to it", async () => {
    expect(await ask(login, `${provider.origin}/authorize`)).toBe("answered with 200");
    expect(await ask(login, otherOrigin)).toBe("blocked");
  });

  await test.step("point 18: files and the app's own pages stay closed to it", async () => {
    expect(await ask(login, "file:///etc/hostname")).toBe("blocked");
    expect(await ask(login, "app://latchkey/index.html")).toBe("blocked");
  });

  await provider.close();
  await new Promise((done) => other.close(done));
});

test("attack: the app's own page asks for nothing from outside, and gets no file and no webview", async ({
  app,
}) => {
  const page = await app.page();
  await page.locator("[data-app-state=ready]").waitFor();

  await test.step("point 1: the page asks only for addresses of its own scheme", async () => {
    await app.evaluate(({ session }) => {
      const asked: string[] = [];
      Object.assign(globalThis, { asked });
      session.defaultSession.webRequest.onBeforeRequest({ urls: ["<all_urls>"] }, ({ url }, callback) => {
        asked.push(url);
        callback({ cancel: false });
      });
    });
    await page.reload();
    await page.locator("[data-app-state=ready]").waitFor();
    const asked = await app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
    expect(asked).toContain("app://latchkey/index.html");
    expect(asked.filter((url) => !url.startsWith("app://latchkey/"))).toEqual([]);
  });

  await test.step("points 11 and 12: a webview has no power, and none is ever attached", async () => {
    const powers = await page.evaluate(() => {
      const view = document.createElement("webview");
      document.body.append(view);
      return ["loadURL", "executeJavaScript", "getWebContentsId"].filter((name) => name in view);
    });
    expect(powers).toEqual([]);
    const prevented = await app.evaluate(({ BrowserWindow }) => {
      let isPrevented = false;
      const event = {
        preventDefault: () => {
          isPrevented = true;
        },
      };
      BrowserWindow.getAllWindows()[0]?.webContents.emit("will-attach-webview", event, {}, {});
      return isPrevented;
    });
    expect(prevented).toBe(true);
  });

  await test.step("point 18: files stay closed to it", async () => {
    expect(await ask(page, "file:///etc/hostname")).toBe("blocked");
  });
});

// What only Electron itself can keep: the stand-in's worlds and processes are those of another program.
if (backing === "electron") {
  test("attack: point 3, a page that replaces what the bridge might use neither breaks it nor learns from it", async ({
    app,
  }) => {
    const page = await app.page();
    await page.locator("[data-app-state=ready]").waitFor();
    const seen = await page.evaluate(async () => {
      const overheard: string[] = [];
      const spy = (owner: object, name: string) => {
        const original = Reflect.get(owner, name) as (...given: unknown[]) => unknown;
        Reflect.set(owner, name, function (this: unknown, ...given: unknown[]) {
          if ([this, ...given].some((value) => String(value).includes("latchkey:call"))) overheard.push(name);
          return Reflect.apply(original, this, given);
        });
      };
      spy(Array.prototype, "includes");
      spy(Set.prototype, "has");
      spy(JSON, "stringify");
      spy(Object, "freeze");
      spy(String.prototype, "startsWith");
      const answer = await latchkey.call("app.describe", {});
      return { ok: answer.ok, overheard };
    });
    expect(seen).toEqual({ ok: true, overheard: [] });
  });

  test("point 4: the page's process is filtered by Chromium's sandbox", async ({ app }) => {
    await (await app.page()).locator("[data-app-state=ready]").waitFor();
    const pid = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    // 2: a filter of system calls is on (proc(5)).
    expect(await readFile(`/proc/${pid}/status`, "utf8")).toMatch(/^Seccomp:\s2$/m);
  });
}
