import type { ReactNode } from "react";
import { Input, SearchField } from "react-aria-components";
import type { ProfileView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Segment } from "../../components/segment.tsx";
import { PracticeTag } from "../../components/tag.tsx";
import { ToolBar } from "../../components/tool-bar.tsx";
import { useDocument, useSaving } from "../../stores/context.ts";
import { ariaKeys, commandKeys } from "../../text/command-keys.ts";
import { count, formatBytes } from "../../text/count.ts";

export type ProfileMode = "form" | "split" | "source";

const modes = [
  { id: "form", title: "Form" },
  { id: "split", title: "Split" },
  { id: "source", title: "Source" },
] as const;

type ProfileToolBarProps = {
  readonly view: ProfileView;
  readonly mode: ProfileMode;
  readonly onMode: (mode: ProfileMode) => void;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** How many keys the search has found; null while nothing is searched. */
  readonly found: number | null;
};

/** Name and state of the file, undo and redo, form or source, search. */
export function ProfileToolBar({
  view,
  mode,
  onMode,
  query,
  onQuery,
  found,
}: ProfileToolBarProps): ReactNode {
  const undo = useDocument((state) => state.undo);
  const redo = useDocument((state) => state.redo);
  const save = useSaving((state) => state.save);
  return (
    <ToolBar title={view.fileName} subtitle={stateOfFile(view)}>
      {view.practice && <PracticeTag />}
      <span className="pill pill-icons">
        <Button aria-label={`Undo (${commandKeys("undo")})`} isDisabled={!view.canUndo} onPress={undo}>
          <Icon name="undo" />
        </Button>
        <Button aria-label={`Redo (${commandKeys("redo")})`} isDisabled={!view.canRedo} onPress={redo}>
          <Icon name="redo" />
        </Button>
      </span>
      <Button isDisabled={!view.unsaved} onPress={save} aria-keyshortcuts={ariaKeys("save")}>
        Save
      </Button>
      <Segment label="View" options={modes} value={mode} onChange={onMode} />
      <SearchField
        aria-label="Search keys and meanings"
        className="profile-search"
        value={query}
        onChange={onQuery}
      >
        <span className="field-box search">
          <Icon name="search" size="small" />
          <Input placeholder="Keys, meanings" />
          {found === null ? (
            <kbd>{commandKeys("search")}</kbd>
          ) : (
            <span className="field-unit" role="status">
              {count(found, "key")}
            </span>
          )}
        </span>
      </SearchField>
    </ToolBar>
  );
}

/** What the file is, in one line: edited or not, size, encoding, signature. */
function stateOfFile(view: ProfileView): string {
  const encoding = view.encoding === "xml" ? "XML" : "binary";
  const signature =
    view.signature === null
      ? "not signed"
      : view.edited
        ? "was signed, the change ends that signature"
        : `signed by ${view.signature.signers[0]?.subject ?? "an unknown signer"}`;
  return [view.edited ? "Edited" : "As opened", formatBytes(view.bytes), encoding, signature].join(" · ");
}
