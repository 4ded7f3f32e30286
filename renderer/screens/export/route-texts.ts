import type { IconName } from "../../components/icon.tsx";
import type { ExportRoute } from "../../stores/export-store.ts";

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
    short: "Signed. Read-only in Jamf Pro.",
    sentence: "Signed, and read-only in Jamf Pro",
    why: "Upload it at Computers › Configuration Profiles › Upload. Jamf Pro keeps it byte for byte. To change it later, edit here and upload it anew.",
  },
  unsigned: {
    icon: "pencil",
    title: "Jamf Pro, editable",
    short: "Unsigned. Opens as Custom Settings.",
    sentence: "Unsigned, and editable in Jamf Pro",
    why: "Upload it at Computers › Configuration Profiles › Upload. Jamf Pro opens the settings for editing and rewrites the file when it is saved there.",
  },
  "jamf-pro-api": {
    icon: "cloud",
    title: "Jamf Pro API",
    short: "Creates or updates in place.",
    sentence: "Creates or updates the profile in Jamf Pro",
    why: "Sign in to see what is there and what would change. Nothing is written until you say so.",
  },
  plist: {
    icon: "document",
    title: "Plist per domain",
    short: "For Custom Settings › Upload.",
    sentence: "The settings of one domain, as a property list",
    why: "Add it at Application & Custom Settings › Upload under the name of its domain. It holds the settings only, no payload keys.",
  },
  mac: {
    icon: "laptop",
    title: "A Mac by hand",
    short: "To try it on one machine.",
    sentence: "For one Mac, to try it",
    why: "Copy it to the Mac, open it, and approve it in System Settings › General › Device Management. Signed or not, a Mac asks an administrator. Remove it there before Jamf Pro delivers the real one.",
  },
};
