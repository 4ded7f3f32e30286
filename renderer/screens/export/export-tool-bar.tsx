import { type ReactNode, useState } from "react";
import type { ProfileView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Spinner } from "../../components/spinner.tsx";
import { PracticeTag } from "../../components/tag.tsx";
import { ToolBar } from "../../components/tool-bar.tsx";
import { useApp, useExports, useRollout } from "../../stores/context.ts";
import type { LockOut, WantedExport } from "../../stores/export-store.ts";
import { count } from "../../text/count.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { domainsOf } from "./domains.ts";
import { useBuilt } from "./use-built.ts";

type ExportToolBarProps = { readonly view: ProfileView; readonly wanted: WantedExport };

/** The one button that writes; its label says what comes out. */
export function ExportToolBar({ view, wanted }: ExportToolBarProps): ReactNode {
  const { canShowFileDialogs } = useApp().description.capabilities;
  const identityId = useExports((state) => state.identityId);
  const isBusy = useExports((state) => state.isBusy);
  const save = useExports((state) => state.save);
  const saveOrAsk = useExports((state) => state.saveOrAsk);
  const built = useBuilt(view, wanted);
  const decision = useRollout((state) => state.rollout?.decision ?? null);
  const [asked, setAsked] = useState<LockOut | null>(null);
  const thing = {
    signed: "signed profile",
    unsigned: "unsigned profile",
    plist: "property list",
    mac: identityId === null ? "unsigned profile" : "signed profile",
  }[wanted.choice.route];
  const isReady =
    wanted.choice.route === "signed"
      ? identityId !== null
      : wanted.isEach || wanted.choice.route !== "plist" || wanted.choice.domain !== null;
  const things = wanted.isEach ? `${domainsOf(view).length} ${thing}s` : thing;
  const named = `${canShowFileDialogs ? "Save" : "Download"} ${things}${isReady && decision === "no-go" ? " anyway" : ""}`;
  // What can keep people out of their Macs is to be had, and does not invite.
  const keepsOut = built?.ok === true && built.value.lockOut.length > 0;
  const invites = decision !== null && decision !== "no-go" && !keepsOut;
  return (
    <ToolBar title="Export" subtitle={`${view.fileName} · ${contents(view, wanted)}`}>
      {view.practice && <PracticeTag />}
      {wanted.choice.route === "signed" && identityId === null && (
        <span className="small quiet">Choose a certificate first</span>
      )}
      <Button
        look={invites ? ["primary", "capsule"] : ["capsule"]}
        isDisabled={!isReady || isBusy || built === null}
        onPress={async () => setAsked(await saveOrAsk(wanted))}
      >
        {isBusy && <Spinner />}
        {canShowFileDialogs || keepsOut ? `${named}…` : named}
      </Button>
      <ConfirmDialog
        findings={asked?.lockOut ?? []}
        name={asked?.confirmName ?? ""}
        action={named}
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        onConfirm={(typed) => save(wanted, typed)}
      />
    </ToolBar>
  );
}

function contents(view: ProfileView, wanted: WantedExport): string {
  const domains = domainsOf(view);
  if (wanted.isEach) {
    return `${domains.length} domains, each in a file of its own`;
  }
  const { domain } = wanted.choice;
  if (domain !== null || domains.length === 1) {
    return domain ?? domains[0] ?? "";
  }
  const others = view.payloads.filter((payload) => payload.form === "other").length;
  return `${domains.length} domains${others === 0 ? "" : ` and ${count(others, "other payload")}`} in one profile`;
}
