import type { ReactNode } from "react";
import { Dialog, DialogTrigger, Input, Popover, SearchField } from "react-aria-components";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { PickPolicies } from "../../components/load-policies.tsx";
import { MarkedText } from "../../components/marked-text.tsx";
import { PracticeTag } from "../../components/tag.tsx";
import { ToolBar } from "../../components/tool-bar.tsx";
import { policiesSource } from "../../features/policies/policies-source.ts";
import { useDocument, useMatrix, usePolicies, usePractice } from "../../stores/context.ts";
import { commandKeys } from "../../text/command-keys.ts";
import { documentName } from "../../text/document-words.ts";
import { AnswerMenu } from "./answer-menu.tsx";
import { GraphButton } from "./graph-dialog.tsx";

/** Whose policies these are, the ways to load others, and the search for one by its name. */
export function PoliciesToolBar(): ReactNode {
  const policies = usePolicies((state) => state.policies);
  const fileName = useDocument((state) => state.view?.fileName ?? "");
  const filter = useMatrix((state) => state.filter);
  const setFilter = useMatrix((state) => state.setFilter);
  const isPractice = policies?.source === "practice";
  const isTenantPractice = usePractice((state) => state.status.running);
  return (
    <ToolBar
      title="Conditional Access"
      subtitle={
        <span className="ca-subtitle">
          <span className="cut">{policies === null ? "No policies loaded" : policiesSource(policies)}</span>
          <span className="ca-subtitle-file">
            · for{" "}
            <span className="cut" title={fileName}>
              <MarkedText text={documentName(fileName)} />
            </span>
          </span>
          {isTenantPractice && <PracticeTag />}
        </span>
      }
    >
      {policies !== null && (
        <div className="pill">
          <GraphButton look={[]} icon="cloud" />
          {!isPractice && (
            <>
              <PickPolicies label="Load files…" look={[]} icon="document" />
              <MoreWays />
            </>
          )}
          <AnswerMenu />
        </div>
      )}
      {policies !== null && (
        <SearchField aria-label="Search policies" className="ca-search" value={filter} onChange={setFilter}>
          <span className="field-box search">
            <Icon name="search" size="small" />
            <Input placeholder="Policies" />
            <kbd>{commandKeys("search")}</kbd>
          </span>
        </SearchField>
      )}
    </ToolBar>
  );
}

function MoreWays(): ReactNode {
  const clear = usePolicies((state) => state.clear);
  return (
    <DialogTrigger>
      <Button look={["icon"]} aria-label="More ways to load">
        <Icon name="more" />
      </Button>
      <Popover className="popover" offset={4} placement="bottom end">
        <Dialog className="ca-ways" aria-label="More ways to load">
          {({ close }) => (
            <>
              <PickPolicies label="Load a folder…" isFolder onPicked={close} />
              <PickPolicies label="Add files…" adds onPicked={close} />
              <PickPolicies label="Add a folder…" isFolder adds onPicked={close} />
              <Button
                look={["small"]}
                onPress={() => {
                  close();
                  clear();
                }}
              >
                Forget these policies
              </Button>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
