/** What the app's own page cannot do: leave, pop up, break its policy, get a permission. */
import { expect, test } from "./support/app.ts";

test("the page cannot leave the app, by script, link or form", async ({ sharedApp: app }) => {
  const page = await app.page();
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  const prevented = await app.evaluate(({ BrowserWindow }) => {
    const prevented: string[] = [];
    Object.assign(globalThis, { prevented });
    // The app's own listener was there first, so what it decided shows here.
    BrowserWindow.getAllWindows()[0]?.webContents.on("will-frame-navigate", (details) => {
      if (details.defaultPrevented) prevented.push(details.url);
    });
    return prevented;
  });
  expect(prevented).toEqual([]);
  const preventedSoFar = () =>
    app.evaluate(() => (globalThis as unknown as { prevented: string[] }).prevented);

  await page.evaluate(() => {
    location.href = "https://evil.example/";
  });
  await expect.poll(preventedSoFar).toEqual(["https://evil.example/"]);
  // The policy does not let a form get as far as that.
  const broken = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
        const form = document.createElement("form");
        form.method = "post";
        form.action = "https://evil.example/";
        document.body.append(form);
        form.submit();
      }),
  );
  expect(broken).toBe("form-action");
  await page.evaluate(() => {
    const link = document.createElement("a");
    link.href = "https://learn.microsoft.com/entra/";
    document.body.append(link);
    link.click();
  });
  // Only the listed site reaches the system's browser.
  await expect.poll(opened).toEqual(["https://learn.microsoft.com/entra/"]);
  expect(await preventedSoFar()).toContain("https://learn.microsoft.com/entra/");
  expect(
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL()),
  ).toBe("app://latchkey/index.html");
});

test("there are no pop-ups: a listed site opens outside, nothing else opens at all", async ({
  sharedApp: app,
}) => {
  const page = await app.page();
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  await page.evaluate(() => {
    window.open("https://evil.example/");
    window.open("file:///etc/passwd");
    // The last: when it has been opened, the others have been decided.
    window.open("https://docs.jamf.com/");
  });
  const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  await expect.poll(opened).toEqual(["https://docs.jamf.com/"]);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test("the policy blocks inline script, code from text and every request of the page", async ({
  sharedApp: app,
}) => {
  const page = await app.page();
  const seen = await page.evaluate(async () => {
    const violations = new Set<string>();
    Object.assign(globalThis, { violations });
    document.addEventListener("securitypolicyviolation", (event) => violations.add(event.effectiveDirective));
    const attempt = (act: () => void) => {
      try {
        act();
        return "done";
      } catch {
        return "blocked";
      }
    };
    const element = document.createElement("div");
    const script = document.createElement("script");
    document.body.append(element, script);
    // Older versions throw here, newer ones only refuse to run it.
    attempt(() => script.append("globalThis.ran = true"));
    const image = document.createElement("img");
    image.src = "https://evil.example/pixel.png";
    await new Promise((resolve) => image.addEventListener("error", resolve));
    return {
      markup: attempt(() => {
        element.innerHTML = "<img src=x onerror='globalThis.ran = true'>";
      }),
      handler: attempt(() => element.setAttribute("onclick", "globalThis.ran = true")),
      code: attempt(() => setTimeout("globalThis.ran = true")),
      request: await fetch("https://evil.example/").then(
        () => "done",
        () => "blocked",
      ),
    };
  });
  expect(seen).toEqual({
    markup: "blocked",
    handler: "blocked",
    code: "blocked",
    request: "blocked",
  });
  const violations = () =>
    page.evaluate(() => [...(globalThis as unknown as { violations: Set<string> }).violations].sort());
  await expect.poll(violations).toEqual(["connect-src", "img-src", "require-trusted-types-for"]);
  expect(await page.evaluate(() => "ran" in globalThis)).toBe(false);
});

test("the page may copy text, and every other permission is denied", async ({ sharedApp: app }) => {
  const page = await app.page();
  const states = await page.evaluate(() =>
    Promise.all(
      ["geolocation", "notifications", "camera", "microphone", "clipboard-read", "clipboard-write"].map(
        async (name) => {
          const { state } = await navigator.permissions.query({ name: name as PermissionName });
          return [name, state];
        },
      ),
    ),
  );
  expect(Object.fromEntries(states)).toEqual({
    geolocation: "denied",
    notifications: "denied",
    camera: "denied",
    microphone: "denied",
    "clipboard-read": "denied",
    "clipboard-write": "granted",
  });
});

test("the page itself keeps the policy while it starts", async ({ launch }) => {
  const app = await launch();
  const page = await app.page();
  const broken: string[] = [];
  page.on("console", (message) => {
    if (/Content.Security.Policy/i.test(message.text())) broken.push(message.text());
  });
  await page.reload();
  await page.locator("[data-app-state=ready]").waitFor();
  expect(broken).toEqual([]);
});
