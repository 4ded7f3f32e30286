import type { ProfileView } from "../../preload/contract.ts";
import { isGuid } from "./is-guid.ts";
import { shortProvider } from "./provider.ts";

/** What the open document is called in few words: the name of its file, as in the title, without its kind. */
export function documentName(fileName: string): string {
  const bare = fileName.replace(/\.(?:mobileconfig|plist|xml)$/i, "");
  return bare === "" ? fileName : bare;
}

/** Where the profile signs people in: `Entra ID · contoso.com`. Of an ID its beginning is enough; of two tenants none is named. */
export function providerLine({ provider, identity }: Pick<ProfileView, "provider" | "identity">): string {
  if (provider === null) return "No provider named";
  const field = identity.find(({ id, value }) => (id === "tenant" || id === "okta-domain") && value !== "");
  const place =
    field === undefined
      ? []
      : field.differs
        ? ["two tenants"]
        : [isGuid(field.value) ? `${field.value.slice(0, 8)}…` : field.value];
  return [shortProvider(provider) ?? provider, ...place].join(" · ");
}
