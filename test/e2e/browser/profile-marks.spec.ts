/** What the form marks beside a value: what was found about an item of a list, and a secret that a draft had left out. */
import type { Finding, KeyView, ProfileView } from "../../../preload/contract.ts";
import { expect, test } from "../support/fixtures.ts";
import { openTestScreen } from "./fakes/open-test-screen.ts";
import { contosoProfile } from "./fakes/profile.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { goTo } from "./helpers/steps.ts";

const domain = "com.jamf.connect";
const roles: KeyView = {
  payload: { domain },
  path: ["Roles"],
  keyPath: "Roles",
  type: "array",
  value: [{ Name: "Helpdesk" }, { Name: "helpdesk" }],
  display: "2 entries",
  secret: false,
  unseen: null,
};
const finding: Finding = {
  rule: "roles-differ-in-case",
  severity: "warning",
  certainty: "inferred",
  title: "Two roles differ only in case",
  detail: "Helpdesk and helpdesk are two roles to Jamf Connect.",
  where: { domain, keyPath: "Roles[1].Name" },
};
const marked: ProfileView = {
  ...contosoProfile,
  findings: [finding],
  payloads: contosoProfile.payloads.map((payload) =>
    payload.domain === domain ? { ...payload, keys: [...payload.keys, roles] } : payload,
  ),
  leftOut: [
    {
      path: ["PayloadContent", 0, "LicenseFile"],
      domain: "com.jamf.connect.login",
      keyPath: "LicenseFile",
      title: "License File",
    },
  ],
};

test("a finding about an item stands below the item, and a secret that the draft left out is missing, not stored", async ({
  unopened: { page, url },
}) => {
  await openTestScreen(page, url, { "profile.current": marked });
  await goTo(page, "Profile");
  await page.getByRole("tab", { name: /^Connect/ }).click();
  const item = page.getByRole("table", { name: "Roles" }).getByRole("row").nth(3);
  await expect(item.getByRole("article", { name: /Two roles differ only in case/ })).toBeVisible();
  await expect(page.locator(".profile-form").getByRole("article")).toHaveCount(1);
  await expectBothLooks(page, "finding-in-list");
  await page.getByRole("tab", { name: /^Login/ }).click();
  const secret = page.locator('[data-key="LicenseFile"]');
  await expect(secret).toContainText("Left out of the draft");
  await expect(secret).not.toContainText("stored");
  await expectBothLooks(page, "left-out-row");
  await secret.getByRole("button", { name: "Enter License File again" }).click();
  await page.keyboard.type("x");
  await page.keyboard.press("Enter");
  await expect(secret.getByRole("button", { name: "Other ways to settle License File" })).toBeVisible();
});
