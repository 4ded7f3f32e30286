import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeReport } from "../../../main/core/report/index.ts";
import { findBrowser } from "../../e2e/support/find-browser.ts";
import { axeFaults } from "../../support/axe-faults.ts";
import { buildPaired } from "../../support/paired.ts";
import { acceptedLogin, inputOf, mira, refusedCheck, runOf } from "../../unit/core/report/fixtures.ts";

const hostile = `</pre></style><script>document.title="owned"</script><img src="https://evil.example/p.png" onerror="document.title='owned'"><a href="javascript:alert(1)">x</a>`;

let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-report-"));
  const found = await findBrowser();
  browser = await chromium.launch({
    executablePath: found.executablePath,
    args: [...found.args],
    env: { ...process.env, ...found.environment },
  });
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

async function reportFile(identities: "masked" | "shown"): Promise<string> {
  const check = { ...refusedCheck(mira), sentence: hostile };
  const record = runOf([acceptedLogin(mira), check], mira, {
    kind: "both",
    // Of such a pair the verdict gives the sentence as its reason.
    paired: buildPaired({ loginMfa: "no", recipe: "simple", sentence: hostile, evidence: [hostile] }),
  });
  const made = makeReport(inputOf(mira, { identities, runs: [{ record, profileIsCurrent: true }] }), "html");
  if (!made.ok) throw new Error(made.problem.title);
  const path = join(folder, `${identities}.html`);
  await writeFile(path, made.value.bytes);
  return pathToFileURL(path).href;
}

describe.each(["masked", "shown"] as const)("a report with identities %s, as a page", (identities) => {
  test.each(["light", "dark"] as const)("is readable for everybody, %s", async (colorScheme) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await page.goto(await reportFile(identities));
    // Scripts of axe come from outside the page: its policy stops only what is in the page.
    for (const summary of await page.locator("summary").all()) await summary.click();
    expect(await axeFaults(page, colorScheme === "light" ? "everything" : "colours")).toEqual([]);
    await context.close();
  });

  test("runs nothing, asks nobody, and shows hostile text as text", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    const address = await reportFile(identities);
    await page.goto(address);
    expect(requests).toEqual([address]);
    expect(await page.title()).toBe("Jamf Connect login report");
    expect(await page.locator("script, img, iframe, form, object, link").count()).toBe(0);
    expect(await page.locator("a[href^='javascript']").count()).toBe(0);
    expect(await page.locator(".verdict").innerText()).toContain("</pre></style><script>document.title=");
    // The one style sheet was let in by its hash.
    const colour = await page.locator(".verdict").evaluate((node) => getComputedStyle(node).borderRadius);
    expect(colour).toBe("10px");
    await context.close();
  });
});
