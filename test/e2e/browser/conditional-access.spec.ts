/** Conditional Access: policies by the two sign-ins, from files of all kinds to the conditions of one policy. */
import { join } from "node:path";
import type { Locator, Page } from "playwright";
import { submit, visit } from "../../support/practice-pages.ts";
import { chooseFiles, fileChooser } from "../support/file-chooser.ts";
import { expect, test } from "../support/fixtures.ts";
import { expectNoAxeFault } from "./helpers/axe.ts";
import { capture } from "./helpers/capture.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { contosoFile, goTo, openFile, startScenario } from "./helpers/steps.ts";

const fixtures = join(import.meta.dirname, "../../fixtures/policies");

const group = "aaaaaaaa-0000-4000-8000-00000000000a";
const place = "bbbbbbbb-0000-4000-8000-00000000000a";

/** A policy file as exporters write one for each policy. */
function policyFile(displayName: string, conditions: object, controls: readonly string[], state = "enabled") {
  const policy = {
    displayName,
    state,
    conditions: {
      users: { includeUsers: ["All"] },
      applications: { includeApplications: ["All"] },
      ...conditions,
    },
    grantControls: { operator: "OR", builtInControls: controls },
  };
  return jsonFile(`${displayName.replaceAll(" ", "-")}.json`, policy);
}

function jsonFile(name: string, content: unknown) {
  return { name, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) };
}

const someTenant = [
  policyFile("CA003 Require MFA for all users", {}, ["mfa"]),
  policyFile(
    "CA006 Block outside the offices",
    { locations: { includeLocations: ["All"], excludeLocations: [place] } },
    ["block"],
  ),
  policyFile("CA009 MFA for pilots", { users: { includeGroups: [group] } }, ["mfa"]),
  policyFile("CA014 Compliant Mac", {}, ["compliantDevice"], "enabledForReportingButNotEnforced"),
  policyFile("CA015 <b>Old</b> & \u202Egone", {}, ["mfa"], "disabled"),
  jsonFile("offices.json", {
    "@odata.type": "#microsoft.graph.ipNamedLocation",
    id: place,
    displayName: "Offices",
    isTrusted: true,
    ipRanges: [{ cidrAddress: "203.0.113.0/24" }],
  }),
  jsonFile("pilots.json", { id: group, displayName: "Pilots", groupTypes: [], securityEnabled: true }),
  { name: "cut.json", mimeType: "application/json", buffer: Buffer.from('{"displayName":"CA0') },
];

type FilePayload = (typeof someTenant)[number];

async function load(page: Page, files: readonly (string | FilePayload)[]): Promise<void> {
  const chosen = await fileChooser(page, () =>
    page.getByRole("main").getByRole("button", { name: "Load files…" }).first().click(),
  );
  const paths = files.filter((file) => typeof file === "string");
  await chosen.setFiles(paths.length > 0 ? paths : files.filter((file) => typeof file !== "string"));
}

const grid = (page: Page) => page.getByRole("grid", { name: "Policies by sign-ins" });
const row = (page: Page, name: RegExp) => grid(page).getByRole("row", { name });
const drawer = (page: Page) => page.getByLabel(/^Policy /);

/** Waits until the chosen policy is seen whole, under the head of the table and above the lower edge. */
async function expectChosenInSight(page: Page): Promise<void> {
  const chosen = grid(page).getByRole("row", { selected: true });
  await expect(drawer(page)).toBeVisible();
  await expect(chosen).toBeInViewport({ ratio: 1 });
  const isUnderHead = () =>
    chosen.evaluate((line) => {
      const head = line.closest("table")?.tHead?.getBoundingClientRect().bottom ?? 0;
      return line.getBoundingClientRect().top >= head;
    });
  await expect.poll(isUnderHead).toBe(true);
}

/** How far the answer is scrolled; with a number, scrolls it there first. */
function scrolled(page: Page, to?: number): Promise<number> {
  return page.getByRole("region", { name: "Answer" }).evaluate((part, top) => {
    if (top !== undefined) part.scrollTop = top;
    return part.scrollTop;
  }, to);
}

test.describe("from files", () => {
  test.beforeEach(async ({ app: { page } }) => {
    await openFile(page, contosoFile);
    await goTo(page, "Conditional Access");
  });

  test("an empty screen says what it answers and how to come by policies", async ({ app: { page } }) => {
    await expect(page.getByRole("main")).toContainText("Which policy hits the login");
    await expectBothLooks(page, "ca-empty");
  });

  test("several files make one answer: grouped policies, names for ids, and each refused file with its reason", async ({
    app: { page },
  }) => {
    await load(page, someTenant);
    await expect(page.getByRole("main")).toContainText("5 policies, 1 file not read, loaded");
    await expect(page.getByRole("region", { name: "Answer" }).getByRole("heading", { level: 2 })).toHaveText(
      /\. Without cut\.json$/,
    );
    await expect(grid(page).getByRole("rowheader")).toHaveText([
      "All together",
      /^Demand MFA/,
      "CA003 Require MFA for all users",
      /^Depends on what/,
      "CA006 Block outside the offices",
      "CA009 MFA for pilots",
      /^Report only/,
      "CA014 Compliant Mac",
      /^Do not apply/,
      /^CA015 <b>Old<\/b>/,
    ]);
    await page.getByText("7 files read, 1 not: 5 policies, 2 names for ids").click();
    await expect(page.getByRole("main")).toContainText("cut.json");
    await expectBothLooks(page, "ca-files");
    await page.getByText("7 files read, 1 not: 5 policies").click();
    await row(page, /CA009/).click();
    await expect(drawer(page)).toContainText("Is the person in this group?Pilots");
    await expect(drawer(page).getByText("Open: ").first()).toBeAttached();
    await expectBothLooks(page, "ca-matrix");
    await page.setViewportSize({ width: 1024, height: 700 });
    await capture(page, "ca-drawer-1024");
    await page.keyboard.press("Escape");
    await expect(drawer(page)).toHaveCount(0);
    await capture(page, "ca-matrix-1024");
    await expectNoAxeFault(page);
  });

  test("the chosen policy stays in sight: when its drawer opens, by keys, by search, and in a smaller window", async ({
    app: { page },
  }) => {
    const many = Array.from({ length: 40 }, (_, index) =>
      policyFile(`CA1${String(index).padStart(2, "0")} MFA for everybody`, {}, ["mfa"]),
    );
    await page.setViewportSize({ width: 1440, height: 900 });
    await load(page, someTenant);
    await row(page, /CA009/).click();
    await expectChosenInSight(page);
    // It was in sight already.
    expect(await scrolled(page)).toBe(0);
    for (const size of [
      { width: 1180, height: 820 },
      { width: 1024, height: 700 },
    ]) {
      await page.setViewportSize(size);
      await expectChosenInSight(page);
    }
    // The answer stands over the list even there.
    expect(await scrolled(page)).toBe(0);
    await expect(
      page.getByRole("region", { name: "Answer" }).getByRole("heading", { level: 2 }),
    ).toBeInViewport({ ratio: 1 });
    await page.setViewportSize({ width: 1024, height: 560 });
    await expectChosenInSight(page);
    // What somebody has scrolled away from stays away.
    await scrolled(page, 0);
    await expect(row(page, /CA009/)).not.toBeInViewport();
    await page.setViewportSize({ width: 1024, height: 550 });
    await page.setViewportSize({ width: 1024, height: 560 });
    expect(await scrolled(page)).toBe(0);
    for (const width of [1180, 1024]) {
      await page.keyboard.press("Escape");
      await page.setViewportSize({ width, height: width === 1180 ? 820 : 700 });
      await load(page, [...someTenant, ...many]);
      await expect(page.getByRole("main")).toContainText("45 policies");
      await row(page, /CA1\d\d/)
        .first()
        .click();
      await expectChosenInSight(page);
      await page.keyboard.press("Escape");
      await expect(drawer(page)).toHaveCount(0);
      // The last line is far off, and is laid out only when the list comes to it.
      for (const key of ["End", "PageUp", "Home"]) {
        await page.keyboard.press(key);
        await expect(grid(page).locator(".ca-row:focus")).toBeInViewport({ ratio: 1 });
        await page.keyboard.press("Enter");
        await expectChosenInSight(page);
      }
      await page.keyboard.press("ControlOrMeta+f");
      await page.keyboard.type("CA015");
      // The list is shorter a moment after it was typed: a press in between would be about a row that has moved.
      await expect(row(page, /CA003/)).toHaveCount(0);
      await row(page, /CA015/).click();
      await expect(drawer(page)).toContainText("CA015");
      await page.keyboard.press("ControlOrMeta+f");
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.press("Delete");
      await expect(grid(page)).toHaveAttribute("aria-rowcount", /^[45]\d$/);
      await expectChosenInSight(page);
    }
  });

  test("files are added to those that are loaded, or take their place", async ({ app: { page } }) => {
    const [first, second] = someTenant;
    await load(page, first === undefined ? [] : [first]);
    await expect(page.getByRole("main")).toContainText("1 policy, loaded");
    await page.getByRole("button", { name: "More ways to load" }).click();
    const add = page.getByRole("button", { name: "Add files…" });
    await chooseFiles(page, () => add.click(), second === undefined ? [] : [second]);
    await expect(page.getByRole("main")).toContainText("2 policies, loaded");
    await load(page, second === undefined ? [] : [second]);
    await expect(page.getByRole("main")).toContainText("1 policy, loaded");
  });

  test("what an export lost is said to be lost, with the command that exports it whole", async ({
    app: { page },
  }) => {
    await load(page, [join(fixtures, "forms/powershell-cut-off.json")]);
    await grid(page).getByRole("rowheader").nth(2).click();
    await expect(drawer(page)).toContainText("Lost by the export");
    await expect(drawer(page)).toContainText("-Depth 10");
    await expectBothLooks(page, "ca-lost");
  });

  test("a file without policies leaves the screen as it is and says why", async ({ app: { page } }) => {
    await load(page, [join(fixtures, "not-policies/signed-out-portal.json")]);
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Which policy hits the login");
  });

  test("the keyboard alone: move, open, try off, close, search", async ({ app: { page } }) => {
    await load(page, someTenant);
    await row(page, /CA003/).focus();
    await page.keyboard.press("ArrowDown");
    await expect(row(page, /CA006/)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(drawer(page)).toContainText("CA006");
    await page.keyboard.press("Escape");
    await expect(drawer(page)).toHaveCount(0);
    await page.keyboard.press("Enter");
    await drawer(page).getByRole("button", { name: "Close the policy" }).focus();
    await page.keyboard.press("Escape");
    await expect(drawer(page)).toHaveCount(0);
    await expect(row(page, /CA006/)).toBeFocused();
    await page.keyboard.press("Home");
    await page.keyboard.press(" ");
    await expect(row(page, /CA003/)).toContainText("No, turned off");
    await expect(row(page, /CA003/)).toContainText("today: MFA");
    await page.keyboard.press("ControlOrMeta+f");
    await page.keyboard.type("pilots");
    await expect(grid(page).getByRole("rowheader")).toHaveCount(3);
  });

  test("what is open is decided in the bar and beside the policy, and what is tried is marked against today", async ({
    app: { page },
  }) => {
    await load(page, someTenant);
    const bar = page.getByRole("region", { name: "What if" });
    await bar.getByRole("button", { name: /^Person/ }).click();
    const person = page.getByRole("dialog", { name: /^Person/ });
    await person.getByText(/^Member of staff/).click();
    await person.getByRole("radiogroup", { name: "Pilots" }).getByText("Not a member").click();
    await capture(page, "ca-person");
    await page.keyboard.press("Escape");
    await expect(row(page, /CA009/)).toContainText("No, users");
    await row(page, /CA006/).click();
    await expect(drawer(page)).toContainText("What would decide");
    await drawer(page).getByRole("radiogroup", { name: "Offices" }).getByText("In", { exact: true }).click();
    await expect(row(page, /CA006/)).toContainText("No, location");
    await expect(page.getByRole("heading", { level: 2, name: /^Both sign-ins get MFA/ })).toBeVisible();
    const isOn = row(page, /CA014/).getByRole("checkbox");
    await expect(isOn).toHaveJSProperty("indeterminate", true);
    await row(page, /CA014/).locator(".checkbox").click();
    await expect(row(page, /CA014/)).toContainText("today: Report only");
    await expect(isOn).toBeChecked();
    await row(page, /CA014/).locator(".checkbox").click();
    await expect(row(page, /CA014/)).not.toContainText("today: Report only");
    await row(page, /CA014/).click();
    await drawer(page).getByRole("radiogroup", { name: "State" }).getByText("On", { exact: true }).click();
    await expect(page.getByRole("main")).toContainText("Today: Both sign-ins get MFA.");
    await expect(row(page, /CA014/)).toContainText("today: Report only");
    await expectBothLooks(page, "ca-what-if");
    // The policy stands beside the answer down to the least window.
    for (const width of [1440, 1024]) {
      await page.setViewportSize({ width, height: 800 });
      await capture(page, `ca-what-if-${width}`);
      await expect(drawer(page)).toBeVisible();
      await expect(page.getByRole("dialog")).toHaveCount(0);
    }
    // In a narrower page, as enlarged text makes it, it lies over the page, a moment after the window has changed.
    await page.setViewportSize({ width: 1000, height: 800 });
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await bar.getByRole("button", { name: "Back to today" }).click();
    await expect(row(page, /CA009/)).toContainText("Depends: groups");
  });
});

/** Goes where the app says, and signs in. */
async function signInAsRobin(place: Locator): Promise<void> {
  const link = place.getByRole("link", { name: "Open the sign-in page" });
  const url = (await link.getAttribute("href")) ?? "";
  const practice = { authority: new URL(url).origin };
  const named = { loginfmt: "robin@contoso.example", passwd: "Practice-Robin-1" };
  const second = await submit(await visit(url), practice, named);
  const otc = "123456";
  const ended = second.text.includes('name="otc"') ? await submit(second, practice, { otc }) : second;
  await submit(ended, practice, {});
}

test("policies come from Microsoft Graph with the person's own sign-in", async ({ app: { page } }) => {
  await startScenario(page, /Two API apps/);
  await goTo(page, "Conditional Access");
  await expect(page.getByRole("main")).toContainText("of the practice tenant");
  const points = page.getByText(/^Tenant settings: /);
  await points.click();
  const list = page.getByRole("region", { name: "Tenant settings" });
  const unseen = list.getByText(/^\d+ settings cannot be looked up in a made-up tenant$/);
  await expect(list.getByText(/^Redirect URI on/)).toBeHidden();
  await unseen.click();
  await expect(list.getByText(/^Redirect URI on/)).toBeVisible();
  await expect(list.getByRole("link")).toHaveCount(0);
  await expect(list.getByRole("button", { name: "Read app registrations…" })).toHaveCount(0);
  await points.click();
  await page.getByRole("button", { name: "Load from Graph…" }).click();
  const dialog = page.getByRole("dialog", { name: "Read policies from Microsoft Graph" });
  await dialog.getByText("Names and App ID URIs of apps").click();
  await dialog.getByText("How to register an app of your own").click();
  await expectBothLooks(page, "ca-graph");
  await dialog.getByRole("button", { name: "Sign in and load" }).click();
  await expect(dialog.getByRole("link", { name: "Open the sign-in page" })).toBeVisible();
  await capture(page, "ca-graph-waiting");
  await signInAsRobin(dialog);
  await expect(page.getByRole("main")).toContainText("1 policy from Microsoft Graph");
  await page.getByRole("button", { name: /^Save answer…/ }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as Markdown" }).click();
  expect((await saved).suggestedFilename()).toBe("conditional-access.md");
  await page.getByRole("button", { name: /^Save answer…/ }).click();
  await page.getByRole("button", { name: "Compare with Microsoft's What If" }).click();
  await expect(page.getByRole("region", { name: "Microsoft's What If" })).toContainText(
    "Login window: What If",
  );
  await expectBothLooks(page, "ca-from-graph");
  await points.click();
  await expect(page.getByRole("link", { name: "Open in Entra" }).first()).toBeVisible();
  const point = page.getByRole("listitem").filter({ hasText: /Redirect URI on/ });
  await expect(point.getByText("answered with AADSTS50011")).toBeHidden();
  await point.getByText(/^Redirect URI on/).click();
  await expect(point.getByText("answered with AADSTS50011")).toBeVisible();
  await expectBothLooks(page, "ca-checklist");
  await points.click();
  const bar = page.getByRole("region", { name: "What if" });
  await bar.getByRole("button", { name: /^Person/ }).click();
  const person = page.getByRole("dialog", { name: /^Person/ });
  await expect(person).toContainText("User.Read.All RoleManagement.Read.Directory");
  await person.getByRole("textbox", { name: "Name or address begins with" }).fill("rob");
  await page.keyboard.press("Enter");
  await expect(person.getByRole("link", { name: "Open the sign-in page" })).toBeVisible();
  await capture(page, "ca-person-sign-in");
  await signInAsRobin(person);
  await person
    .getByRole("list", { name: "People found" })
    .getByRole("button", { name: /^Robin/ })
    .click();
  await expect(person).toContainText("member, 1 group, 0 active roles");
  await capture(page, "ca-person-from-graph");
  await expectNoAxeFault(page, "colours");
  await page.keyboard.press("Escape");
  await expect(bar.getByRole("button", { name: /^Person: Robin/ })).toBeVisible();
  await page.setViewportSize({ width: 1024, height: 700 });
  await capture(page, "ca-from-graph-1024");
});
