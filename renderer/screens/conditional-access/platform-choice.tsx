import type { ReactNode } from "react";
import { Popup } from "../../components/popup.tsx";
import { withAssumption } from "../../stores/assumed.ts";
import { useMatrix } from "../../stores/context.ts";

const platforms = [
  { id: "open", title: "Any platform" },
  { id: "macOS", title: "macOS" },
  { id: "none", title: "No platform", note: "The request shows Entra none" },
] as const;

/** Which platform Entra reads from the request. */
export function PlatformChoice(): ReactNode {
  const assumed = useMatrix((state) => state.whatIf.assumed);
  const assume = useMatrix((state) => state.assume);
  const value = assumed.platform === undefined ? "open" : (assumed.platform ?? "none");
  const platformOf = (id: string) => (id === "none" ? null : id === "macOS" ? "macOS" : undefined);
  return (
    <Popup
      label="Platform"
      className={value === "open" ? "popup-host ca-open-choice" : "popup-host"}
      placeholder="Platform"
      options={platforms}
      value={value === "open" ? null : value}
      onChange={(id) => assume({ assumed: withAssumption(assumed, "platform", platformOf(id)) })}
    />
  );
}

const clientApps = [
  { id: "browser", title: "Counts as a browser" },
  { id: "mobileAppsAndDesktopClients", title: "Counts as a desktop client" },
] as const;

/** What Entra takes the login window for: nobody has written it down. */
export function ClientAppChoice(): ReactNode {
  const assumed = useMatrix((state) => state.whatIf.assumed);
  const assume = useMatrix((state) => state.assume);
  const appOf = (id: string) => clientApps.find((each) => each.id === id)?.id;
  return (
    <Popup
      label="Client app"
      value={assumed.clientAppType ?? "open"}
      options={[{ id: "open", title: "Client app: any" }, ...clientApps]}
      onChange={(id) => assume({ assumed: withAssumption(assumed, "clientAppType", appOf(id)) })}
    />
  );
}
