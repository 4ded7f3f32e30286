import type { ReactNode } from "react";
import type { JamfProConnection } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { Icon } from "../../../components/icon.tsx";
import { PracticeTag, Tag } from "../../../components/tag.tsx";
import { useJamfPro } from "../../../stores/context.ts";

/** Which Jamf Pro it is, who is signed in, and what that may not do. */
export function ServerRow({ connection }: { readonly connection: JamfProConnection }): ReactNode {
  const disconnect = useJamfPro((state) => state.disconnect);
  const { host, version, who, missing, isPractice, isGateway, isRemembered } = connection;
  return (
    <div className="jamf-pro-server">
      <Icon name="cloud" />
      <div className="grow">
        <b>{host}</b>
        <span className="identity-note">
          {isGateway ? "Jamf Platform gateway, " : ""}
          {version === null ? "Jamf Pro" : `Jamf Pro ${version}`} · {who}
          {isRemembered ? " · secret remembered" : ""}
        </span>
      </div>
      {isPractice && <PracticeTag />}
      {missing.length > 0 && <Tag tone="warn">Missing: {missing.join(", ")}</Tag>}
      <Button look={["small"]} onPress={() => disconnect(false)}>
        Sign out
      </Button>
      {isRemembered && (
        <Button look={["small"]} onPress={() => disconnect(true)}>
          Forget the secret
        </Button>
      )}
    </div>
  );
}
