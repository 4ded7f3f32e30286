/** The login window with a provider of the test's own: what it catches, shows, refuses and never connects to. */
import type { EventPayload, Latchkey } from "../../../preload/contract.ts";
import { expect, test } from "./support/app.ts";
import { type Answer, startProvider } from "./support/provider.ts";
import { startLogin } from "./support/start-login.ts";

declare const latchkey: Latchkey;

const ways: Readonly<Record<string, Answer>> = {
  "a redirect": ({ redirectUri, state }, response) => {
    response.writeHead(302, { location: `${redirectUri}?code=c0de&state=${state}` });
    response.end();
  },
  "a script": ({ redirectUri, state }, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<script>location.href = "${redirectUri}?code=c0de&state=${state}"</script>`);
  },
  "a posted form": ({ redirectUri, state }, response) => {
    response.setHeader("content-type", "text/html");
    response.end(
      `<form method="post" action="${redirectUri}"><input name="code" value="c0de"><input name="state" value="${state}">` +
        "</form><script>document.forms[0].submit()</script>",
    );
  },
};

for (const [way, answer] of Object.entries(ways)) {
  test(`catches the answer of ${way}, and nothing connects to the redirect URI`, async ({ app }) => {
    const provider = await startProvider(answer);
    const finished = await startLogin(app, provider);
    const result = await finished();
    // The code got as far as the token endpoint, which does not know it: state and address were accepted before.
    expect(result.error).toMatchObject({ oauthError: "invalid_grant" });
    expect(provider.connections()).toBe(0);
    await expect
      .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
      .toBe(1);
    await provider.close();
  });
}

const waiting: Answer = (_request, response) => {
  response.setHeader("content-type", "text/html");
  response.end("<title>Not the address</title><p>Sign in");
};

test("shows where the password would go, without a preload and in a session of its own", async ({ app }) => {
  const provider = await startProvider(waiting);
  await startLogin(app, provider);
  const login = await app.page(1);
  await login.getByText("Sign in").waitFor();
  expect(await login.evaluate(() => typeof (globalThis as { latchkey?: unknown }).latchkey)).toBe(
    "undefined",
  );
  const seen = await app.evaluate(({ BrowserWindow, session }) => {
    // In no order: the login window is the one with a parent.
    const windows = BrowserWindow.getAllWindows();
    const main = windows.find((window) => window.getParentWindow() === null);
    const opened = windows.find((window) => window.getParentWindow() !== null);
    return {
      title: opened?.getTitle(),
      child: opened?.getParentWindow() === main,
      ownSession: opened?.webContents.session !== session.defaultSession,
      persistent: opened?.webContents.session.isPersistent(),
    };
  });
  expect(seen).toEqual({
    title: `${provider.origin} – Login`,
    child: true,
    ownSession: true,
    persistent: false,
  });
  await provider.close();
});

test("stands beside the app's window, is told about, and comes to the front when asked", async ({ app }) => {
  const provider = await startProvider(waiting);
  const page = await app.page();
  await page.evaluate(() => {
    const told = new Promise((resolve) => latchkey.on("test.signIn", resolve));
    Object.assign(globalThis, { told });
  });
  await startLogin(app, provider);
  const signIn = await page.evaluate(
    () => (globalThis as unknown as { told: Promise<EventPayload<"test.signIn">> }).told,
  );
  expect(signIn).toMatchObject({ how: "window", via: "window" });
  expect(new URL(signIn.url).origin).toBe(provider.origin);
  const { main, login } = await app.evaluate(({ BrowserWindow }) => {
    const windows = BrowserWindow.getAllWindows();
    const boundsOf = (isChild: boolean) =>
      windows.find((window) => (window.getParentWindow() !== null) === isChild)?.getBounds();
    return { main: boundsOf(false), login: boundsOf(true) };
  });
  // 1280 wide in the middle of 1920: neither side has room for 520, so the right edge is covered.
  expect(login).toMatchObject({ x: (main?.x ?? 0) + 1280 - 520, y: main?.y });
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => window.getParentWindow() !== null)
      ?.minimize(),
  );
  const { runId } = signIn;
  expect(await page.evaluate((id) => latchkey.call("test.showSignIn", { runId: id }), runId)).toEqual({
    ok: true,
    value: null,
  });
  expect(
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
    ),
  ).toEqual([false, false]);
  await page.evaluate((id) => latchkey.call("test.cancel", { runId: id }), runId);
  await provider.close();
});

test("a closed window cancels the login", async ({ app }) => {
  const provider = await startProvider(waiting);
  const finished = await startLogin(app, provider);
  await (await app.page(1)).getByText("Sign in").waitFor();
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => window.getParentWindow() !== null)
      ?.close(),
  );
  expect(await finished()).toMatchObject({ outcome: "cancelled" });
  await provider.close();
});

test("an error page after the sign-in ends the login with its code, and nothing else of the page", async ({
  app,
}) => {
  const provider = await startProvider(({ url }, response) => {
    response.setHeader("content-type", "text/html");
    response.end(
      url.pathname === "/refused"
        ? "<h1>Sorry</h1><p>AADSTS50105: The user is not assigned to a role.</p><p>Contoso private text</p>"
        : `<a href="/refused">Continue</a>`,
    );
  });
  const finished = await startLogin(app, provider);
  await (await app.page(1)).getByText("Continue").click();
  const result = await finished();
  expect(result.error).toMatchObject({ code: 50105 });
  expect(JSON.stringify(result)).not.toContain("Contoso private text");
  await provider.close();
});

test("a navigation of the login window to another program goes nowhere", async ({ app }) => {
  const provider = await startProvider((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<a href="companyportal://enroll">Enroll</a>`);
  });
  await startLogin(app, provider);
  const login = await app.page(1);
  const prevented = await app.evaluate(({ BrowserWindow }) => {
    const left: string[] = [];
    Object.assign(globalThis, { left });
    const opened = BrowserWindow.getAllWindows().find((window) => window.getParentWindow() !== null);
    opened?.webContents.on("will-navigate", (details) => {
      left.push(`${details.url} ${details.defaultPrevented}`);
    });
    return left;
  });
  expect(prevented).toEqual([]);
  // No page comes of it that the click could wait for.
  await login.getByText("Enroll").click({ noWaitAfter: true });
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { left: string[] }).left))
    .toEqual(["companyportal://enroll true"]);
  await provider.close();
});
