import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { TabPanel, Tabs } from "react-aria-components";
import type { Finding, ProfileView } from "../../../preload/contract.ts";
import { controlAfter } from "../../components/controls.ts";
import { useRescuedFocus } from "../../components/use-rescued-focus.ts";
import { useDocument, useNavigation } from "../../stores/context.ts";
import { type TabId, tabIds } from "../../stores/navigation-store.ts";
import { findingName } from "../../text/finding-name.ts";
import { DocumentNotes } from "./document-notes.tsx";
import { FindingsStrip } from "./findings-strip.tsx";
import { allGroups, countRows, filterForm } from "./form-filter.ts";
import type { FormModel } from "./form-rows.ts";
import { ProfileForm } from "./profile-form.tsx";
import { ProfileTabs } from "./profile-tabs.tsx";
import { type ProfileMode, ProfileToolBar } from "./profile-tool-bar.tsx";
import { lineOfDomain, linesOfFinding } from "./source-index.ts";
import { SourceErrorNote, SourcePane } from "./source-pane.tsx";
import { domainOfTab } from "./tabs.ts";
import { type ShownError, useFirstError } from "./use-first-error.ts";
import { useFocusedKey } from "./use-focused-key.ts";
import { useFormModel } from "./use-form-model.ts";
import "./profile.css";
import "./key-rows.css";

/** Every key of the open profile with its meaning, the source beside it, the findings below. */
export default function ProfileScreen(): ReactNode {
  const view = useDocument((state) => state.view);
  return view === null ? null : <OpenProfile view={view} />;
}

function OpenProfile({ view }: { readonly view: ProfileView }): ReactNode {
  const [mode, setMode] = useState<ProfileMode>("split");
  const [query, setQuery] = useState("");
  const [onlySet, setOnlySet] = useState(false);
  const tab = useNavigation((state) => state.tab);
  const showTab = useNavigation((state) => state.showTab);
  const [sought, setSought] = useState<{ readonly name: string } | null>(null);
  const [soughtError, setSoughtError] = useState(0);
  const model = useFormModel(view);
  const words = query.trim();
  const shown = useMemo(() => filterForm(model, words, onlySet), [model, words, onlySet]);
  const main = useRef<HTMLElement>(null);
  useRescuedFocus(main, controlAfter);
  const shownError = useFirstError(main, view, mode === "source" || words !== "" ? null : tab);
  useEffect(() => scrollToNote(sought?.name), [sought]);
  const show = useCallback(
    (finding: Finding, next: TabId) => {
      showTab(next);
      setSought({ name: findingName(finding) });
    },
    [showTab],
  );
  const soughtLines = useMemo(() => {
    const finding = (view.findings ?? []).find((one) => findingName(one) === sought?.name);
    return finding === undefined ? null : linesOfFinding(view.sourceMap, finding.where);
  }, [view.findings, view.sourceMap, sought]);
  const found =
    words === "" ? null : allGroups(shown).reduce((sum, { groups }) => sum + countRows(groups).all, 0);
  return (
    <main ref={main} tabIndex={-1} className="screen">
      <ProfileToolBar
        view={view}
        mode={mode}
        onMode={setMode}
        query={query}
        onQuery={setQuery}
        found={found}
      />
      <DocumentNotes notes={view.notes} />
      {mode !== "source" && (
        <SourceErrorNote
          onShow={() => {
            setMode((before) => (before === "form" ? "split" : before));
            setSoughtError((times) => times + 1);
          }}
        />
      )}
      {mode === "source" ? (
        <div className="screen-body">
          <SourcePane
            view={view}
            isAlone
            marked={soughtLines}
            section={{ name: "all", line: null }}
            sought={soughtError}
          />
        </div>
      ) : (
        <FormAndSource
          view={view}
          model={model}
          shown={shown}
          query={words}
          onlySet={onlySet}
          onOnlySet={setOnlySet}
          hasSource={mode === "split"}
          soughtError={soughtError}
          shownError={shownError}
        />
      )}
      <FindingsStrip view={view} isSourceAlone={mode === "source"} onShow={show} />
    </main>
  );
}

/** Brings the finding beside its key into view, where the form shows it. */
function scrollToNote(name: string | undefined): void {
  const notes = document.querySelectorAll<HTMLElement>(".profile-form [data-finding]");
  const note = [...notes].find((candidate) => candidate.dataset["finding"] === name);
  note?.scrollIntoView({ block: "center" });
}

type FormAndSourceProps = {
  readonly view: ProfileView;
  readonly model: FormModel;
  readonly shown: FormModel;
  readonly query: string;
  readonly onlySet: boolean;
  readonly onOnlySet: (onlySet: boolean) => void;
  readonly hasSource: boolean;
  readonly soughtError: number;
  readonly shownError: ShownError | null;
};

function FormAndSource(props: FormAndSourceProps): ReactNode {
  const { view, model, shown, query, onlySet, onOnlySet, hasSource, soughtError, shownError } = props;
  const tab = useNavigation((state) => state.tab);
  const showTab = useNavigation((state) => state.showTab);
  const focused = useFocusedKey(view.sourceMap, tab, shownError);
  return (
    <Tabs
      className="profile-sheets"
      selectedKey={tab}
      onSelectionChange={(key) => {
        const next = tabIds.find((id) => id === key);
        if (next !== undefined) {
          showTab(next);
        }
      }}
    >
      <ProfileTabs
        view={view}
        model={model}
        found={query === "" ? null : shown}
        onlySet={onlySet}
        onOnlySet={onOnlySet}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only watches where the focus goes inside */}
      <div className="screen-body" onFocus={focused.onFocus}>
        <TabPanel key={tab} id={tab} className="profile-form scroll" data-pane="main">
          <ProfileForm view={view} model={shown} tab={tab} onlySet={onlySet} query={query} />
        </TabPanel>
        {hasSource && (
          <SourcePane
            view={view}
            isAlone={false}
            marked={focused.lines}
            section={{ name: tab, line: lineOfDomain(view.sourceMap, domainOfTab(tab)) }}
            sought={soughtError}
          />
        )}
      </div>
    </Tabs>
  );
}
