import { type ReactNode, useState } from "react";
import type { Finding, ProfileView } from "../../../preload/contract.ts";
import { severityIcon, severityWord } from "../../components/finding-note.tsx";
import { FixButton } from "../../components/fix-button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Segment } from "../../components/segment.tsx";
import { useShownFinding } from "../../components/use-shown-finding.ts";
import type { TabId } from "../../stores/navigation-store.ts";
import { count } from "../../text/count.ts";
import { findingName } from "../../text/finding-name.ts";
import { tabOfFinding, tabTitles } from "./tabs.ts";

type FindingsStripProps = {
  readonly view: ProfileView;
  /** Called with the finding that the form is to show, and the tab where its key stands. */
  readonly onShow: (finding: Finding, tab: TabId) => void;
};

type Filter = "all" | Finding["severity"];

/** All findings of the profile in one list under the form; nothing where there are none, or where nobody looked. */
export function FindingsStrip({ view, onShow }: FindingsStripProps): ReactNode {
  const [filter, setFilter] = useState<Filter>("all");
  const all = view.findings ?? [];
  const amount = (severity: Finding["severity"]) =>
    all.filter((finding) => finding.severity === severity).length;
  const options: readonly { readonly id: Filter; readonly title: string }[] = [
    { id: "all", title: `All ${all.length}` },
    { id: "error", title: count(amount("error"), "error") },
    { id: "warning", title: count(amount("warning"), "warning") },
    { id: "info", title: count(amount("info"), "note") },
  ];
  const shown = all.filter((finding) => filter === "all" || finding.severity === filter);
  if (all.length === 0) {
    return null;
  }
  return (
    <section className="findings" aria-label="Findings" data-pane="findings">
      <div className="findings-head">
        <h2>Findings</h2>
        <Segment label="Show" options={options} value={filter} onChange={setFilter} />
      </div>
      {shown.length > 0 && (
        <ul className="scroll">
          {shown.map((finding) => (
            <FindingRow key={findingName(finding)} view={view} finding={finding} onShow={onShow} />
          ))}
        </ul>
      )}
    </section>
  );
}

type FindingRowProps = FindingsStripProps & { readonly finding: Finding };

function FindingRow({ view, finding, onShow }: FindingRowProps): ReactNode {
  const tab = tabOfFinding(view, finding);
  const shown = useShownFinding<HTMLLIElement>(finding, true);
  const tone =
    finding.severity === "error" ? "tone-err" : finding.severity === "warning" ? "tone-warn" : "tone-mute";
  const show = () => {
    if (tab !== null) {
      onShow(finding, tab);
    }
  };
  return (
    <li
      className="finding-row"
      {...shown}
      onFocus={(event) => {
        shown.onFocus(event);
        // The walk with F8 shows the key as well; a button in the row has its own purpose.
        if (event.target === event.currentTarget) {
          show();
        }
      }}
    >
      <span className={tone}>
        <Icon name={severityIcon[finding.severity]} size="small" />
        <span className="visually-hidden">{severityWord[finding.severity]}</span>
      </span>
      <p className="cut" title={`${finding.title} ${finding.detail}`}>
        <b>{finding.title}</b> <span className="quiet">{finding.detail}</span>
      </p>
      {tab === null ? (
        <span />
      ) : (
        <button type="button" className="finding-place cut" onClick={show}>
          {tabTitles[tab]}
          {finding.where.keyPath !== undefined && ` › ${finding.where.keyPath}`}
        </button>
      )}
      {finding.fix === undefined ? (
        <span className="small faint">No change needed</span>
      ) : (
        <FixButton finding={finding} />
      )}
    </li>
  );
}
