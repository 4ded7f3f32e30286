/** Identities of a Mac's keychain beside those from files, on a made-up host: the machine of the tests need not be a Mac. */
import type { IdentityView } from "../../../preload/contract.ts";
import { expect, test } from "../support/fixtures.ts";
import { type FakeAnswers, installFakeHost } from "./fakes/fake-host.ts";
import { baseAnswers } from "./fakes/open-test-screen.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { goTo } from "./helpers/steps.ts";

const identity = (
  name: string,
  issuer: string,
  notAfter: string,
  keychain: NonNullable<IdentityView["keychain"]>,
  ending: string | null = null,
): IdentityView => ({
  id: keychain.sha1,
  subject: `O=Contoso, CN=${name}`,
  issuer: `O=Contoso, CN=${issuer}`,
  notAfter: `${notAfter}T12:00:00.000Z`,
  sha256: "5f".repeat(32),
  label: "Keychain",
  file: null,
  keychain,
  ending,
});

const print = (start: string) => `${start}${"AB".repeat(16)}A107`;

const identities = [
  identity("Contoso IT Profile Signing", "Contoso Issuing CA 2", "2028-03-14", {
    sha1: print("9F3C"),
    isExpired: false,
    held: null,
  }),
  identity(
    'Contoso "IT" Prüfung',
    "Contoso Lab",
    "2027-01-02",
    {
      sha1: print("41E8"),
      isExpired: false,
      held: "This Mac does not trust its issuer (CSSMERR_TP_NOT_TRUSTED).",
    },
    "ends in 24 days",
  ),
  identity(
    "Contoso Signing 2024",
    "Contoso Issuing CA 2",
    "2026-11-14",
    { sha1: print("7C0B"), isExpired: true, held: null },
    "expired 4 days ago",
  ),
];

const onMac = (answers: FakeAnswers): FakeAnswers => ({
  ...baseAnswers,
  "app.describe": {
    version: "1.0.0",
    capabilities: {
      canOpenLoginWindow: false,
      canShowFileDialogs: true,
      canSignWithKeychain: true,
      drawsWindowButtons: false,
    },
  },
  ...answers,
});

const asked = (names: string) =>
  (window as unknown as { readonly fakeSent: readonly { readonly name: string }[] }).fakeSent.filter(
    ({ name }) => name === names,
  ).length;

test("on a Mac the keychain's identities are there to sign with, expired ones when they are asked for", async ({
  unopened: { page, url },
}) => {
  await installFakeHost(page, onMac({ "export.keychain": { identities, unread: 1 } }));
  await page.goto(new URL("/", url).href);
  await goTo(page, "Export");
  const list = page.getByRole("region", { name: "Sign with" });
  await expect(list.getByRole("radio")).toHaveCount(2);
  await expect(list).toContainText("Keychain · issued by Contoso Issuing CA 2 · 9F:3C:…:A1:07");
  await expect(list).toContainText('Contoso "IT" Prüfung');
  await expect(list).toContainText("One more is in the keychain");
  const save = page.locator(".tool-bar").getByRole("button", { name: "Save signed profile…" });
  await expect(save).toBeDisabled();
  await list.getByText("Contoso IT Profile Signing").click();
  await expect(save).toBeEnabled();
  await list.getByText("Show expired").click();
  await expect(list.getByRole("radio", { name: /Contoso Signing 2024.*expired 4 days ago/ })).toBeVisible();
  await expectBothLooks(page, "export-keychain");
  await page.setViewportSize({ width: 1024, height: 700 });
  await expectBothLooks(page, "export-keychain-1024");
});

test("elsewhere the keychain is neither asked nor spoken of", async ({ unopened: { page, url } }) => {
  await installFakeHost(page, baseAnswers);
  await page.goto(new URL("/", url).href);
  await goTo(page, "Export");
  const list = page.getByRole("region", { name: "Sign with" });
  await expect(list).toContainText("PEM file");
  await expect(list).not.toContainText(/keychain/i);
  expect(await page.evaluate(asked, "export.keychain")).toBe(0);
});
