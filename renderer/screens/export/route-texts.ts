import type { FileRoute } from "../../../preload/contract.ts";
import type { IconName } from "../../components/icon.tsx";
import type { ExportRoute, WantedExport } from "../../stores/export-store.ts";

type RouteText = {
  readonly icon: IconName;
  readonly title: string;
  readonly short: string;
  readonly sentence: string;
  readonly why: string;
};

/** What each route is for, in the words of the Export screen. */
export const routeTexts: Readonly<Record<ExportRoute, RouteText>> = {
  signed: {
    icon: "lock",
    title: "Jamf Pro, locked",
    short: "Signed, read-only",
    sentence: "Sign it, and keep it read-only in Jamf Pro",
    why: "Upload it at Computers › Configuration Profiles › Upload. Jamf Pro keeps it byte for byte. To change it later, edit here and upload it anew.",
  },
  unsigned: {
    icon: "pencil",
    title: "Jamf Pro, editable",
    short: "Unsigned, Custom Settings",
    sentence: "Leave it unsigned, and editable in Jamf Pro",
    why: "Upload it at Computers › Configuration Profiles › Upload. Jamf Pro opens the settings for editing and rewrites the file when it is saved there.",
  },
  "jamf-pro-api": {
    icon: "cloud",
    title: "Jamf Pro API",
    short: "Creates or updates in place",
    sentence: "Create or update it in Jamf Pro",
    why: "Sign in to see what is there and what would change. Nothing is written until you say so.",
  },
  plist: {
    icon: "document",
    title: "Plist per domain",
    short: "For Custom Settings",
    sentence: "The settings of one domain, as a property list",
    why: "In Jamf Pro: Application & Custom Settings › Upload, with the domain as preference domain. It holds the settings only, no payload keys.",
  },
  mac: {
    icon: "laptop",
    title: "A Mac by hand",
    short: "To try it on one machine",
    sentence: "For one Mac, to try it",
    why: "Copy it to the Mac, open it, and approve it in System Settings › General › Device Management. Remove it before Jamf Pro delivers the real one.",
  },
};

/** The same for what is chosen: a property list is uploaded under the name of its domain. */
export function routeText(route: FileRoute, wanted: WantedExport): Pick<RouteText, "sentence" | "why"> {
  const text = routeTexts[route];
  if (route !== "plist" || wanted.isEach || wanted.choice.domain === null) return text;
  return { ...text, why: text.why.replace("the domain as", `${wanted.choice.domain} as`) };
}
