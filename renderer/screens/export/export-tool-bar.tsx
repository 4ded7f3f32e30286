import type { ReactNode } from "react";
import type { ProfileView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Spinner } from "../../components/spinner.tsx";
import { PracticeTag } from "../../components/tag.tsx";
import { ToolBar } from "../../components/tool-bar.tsx";
import { useApp, useExports } from "../../stores/context.ts";
import { chosenDomain, domainsOf } from "./domains.ts";

/** The one button that writes; its label says what comes out. */
export function ExportToolBar({ view }: { readonly view: ProfileView }): ReactNode {
  const { canShowFileDialogs } = useApp().description.capabilities;
  const route = useExports((state) => state.route);
  const identityId = useExports((state) => state.identityId);
  const domain = useExports((state) => chosenDomain(view, state.domain));
  const isBusy = useExports((state) => state.isBusy);
  const save = useExports((state) => state.save);
  const thing = {
    signed: "signed profile",
    unsigned: "unsigned profile",
    "jamf-pro-api": "profile",
    plist: "property list",
  }[route];
  const isReady = route === "signed" ? identityId !== null : route === "plist" ? domain !== null : true;
  const domains = domainsOf(view);
  return (
    <ToolBar
      title="Export"
      subtitle={`${view.fileName} · ${domains.length === 1 ? (domains[0] ?? "") : `${domains.length} domains in one profile`}`}
    >
      {view.practice && <PracticeTag />}
      <Button look={["primary", "capsule"]} isDisabled={!isReady || isBusy} onPress={() => save(domain)}>
        {isBusy && <Spinner />}
        {canShowFileDialogs ? `Save ${thing}…` : `Download ${thing}`}
      </Button>
    </ToolBar>
  );
}
