import { expect, it } from "vitest";
import { sourceName } from "../../../../../renderer/features/explain/source-name.ts";

it.each([
  [
    "https://learn.microsoft.com/entra/identity-platform/reference-error-codes",
    "Microsoft: Entra error codes",
  ],
  [
    "https://learn.microsoft.com/entra/identity/conditional-access/overview",
    "Microsoft: Conditional Access overview",
  ],
  [
    "https://community.jamf.com/t5/jamf-connect/jamf-connect-and-microsoft-azure-conditional-access/m-p/249968",
    "Jamf Nation: Jamf Connect and Microsoft Azure Conditional Access",
  ],
  ["https://developer.okta.com/docs/reference/error-codes/", "Okta: Error codes"],
  ["https://example.org/", "example.org"],
])("%s is called %s", (url, name) => {
  expect(sourceName(url)).toBe(name);
});
