import { memo, type ReactNode, useState } from "react";
import type { Finding, ProfileView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { severityIcon, severityWord } from "../../components/finding-note.tsx";
import { FixButton } from "../../components/fix-button.tsx";
import { Icon } from "../../components/icon.tsx";
import { MarkedText } from "../../components/marked-text.tsx";
import { Segment } from "../../components/segment.tsx";
import { useShownFinding } from "../../components/use-shown-finding.ts";
import { WhyButton } from "../../components/why-button.tsx";
import { useForm, useKeys } from "../../stores/context.ts";
import type { TabId } from "../../stores/navigation-store.ts";
import { commandKeys } from "../../text/command-keys.ts";
import { count } from "../../text/count.ts";
import { splitForMiddleCut } from "../../text/cut-middle.ts";
import { findingName } from "../../text/finding-name.ts";
import { FixesDialog } from "./fixes-dialog.tsx";
import { linesOfFinding } from "./source-index.ts";
import { tabOfFinding, tabTitles } from "./tabs.ts";
import { type TypedFinding, typedFindings } from "./typed-findings.ts";

type Show = (finding: Finding, tab: TabId) => void;

type FindingsStripProps = {
  readonly view: ProfileView;
  /** No tab is in sight: places are lines. */
  readonly isSourceAlone: boolean;
  /** Called with the finding that the form is to show, and the tab where its key stands. */
  readonly onShow: Show;
};

type Filter = "all" | Finding["severity"];

/** More rows than this are laid out by a press: no real profile has as many. */
const rowsAtOnce = 100;

const words = { error: "error", warning: "warning", info: "note" } as const;

/** All findings of the profile in one list under the form; nothing where there are none, or where nobody looked. */
export function FindingsStrip({ view, isSourceAlone, onShow }: FindingsStripProps): ReactNode {
  const [filter, setFilter] = useState<Filter>("all");
  const [most, setMost] = useState(rowsAtOnce);
  const typed = typedFindings(useForm((state) => state.typed));
  const found = view.findings ?? [];
  const all = [...typed.map(({ finding }) => finding), ...found];
  const amount = (severity: Finding["severity"]) =>
    all.filter((finding) => finding.severity === severity).length;
  const severities = (["error", "warning", "info"] as const).filter((severity) => amount(severity) > 0);
  const options: readonly { readonly id: Filter; readonly title: string }[] = [
    { id: "all", title: `All ${all.length}` },
    ...severities.map((id) => ({ id, title: count(amount(id), words[id]) })),
  ];
  // A kind that has gone with its last finding shows everything again.
  const shownFilter = filter !== "all" && !severities.includes(filter) ? "all" : filter;
  const isShown = ({ severity }: Finding) => shownFilter === "all" || severity === shownFilter;
  const shown = found.filter(isShown);
  const placing = ({ where }: Finding): Placing =>
    isSourceAlone
      ? { isTabKnown: false, line: linesOfFinding(view.sourceMap, where)?.first ?? null }
      : inForm;
  if (all.length === 0) {
    return null;
  }
  return (
    <section
      className={isSourceAlone ? "findings findings-by-line" : "findings"}
      aria-label="Findings"
      data-pane="findings"
    >
      <div className="findings-head">
        <h2>Findings</h2>
        <Segment label="Show" options={options} value={shownFilter} onChange={setFilter} />
        <span className="grow" />
        <span className="small faint">{commandKeys("next-finding")} next finding</span>
        <FixesDialog view={view} />
      </div>
      <ul className="scroll">
        {typed
          .filter(({ finding }) => isShown(finding))
          .map((item) => (
            <TypedRow
              key={findingName(item.finding)}
              item={item}
              {...placing(item.finding)}
              onShow={onShow}
            />
          ))}
        {shown.slice(0, most).map((finding, index) => (
          <FindingRow key={nameAmong(shown, index)} finding={finding} {...placing(finding)} onShow={onShow} />
        ))}
        {shown.length > most && (
          <li className="findings-more">
            <Button look={["plain", "small"]} onPress={() => setMost(most + rowsAtOnce)}>
              Show {Math.min(rowsAtOnce, shown.length - most)} more of {shown.length - most}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}

/** Two findings of one rule at one place are told apart by their words. */
function nameAmong(findings: readonly Finding[], index: number): string {
  const finding = findings[index];
  return finding === undefined ? "" : `${findingName(finding)} ${finding.title} ${finding.detail}`;
}

/** How a row says where its key stands. */
type Placing = {
  /** The tab is part of the place: its key is found there. */
  readonly isTabKnown: boolean;
  /** Line of the source, where that is the place. */
  readonly line: number | null;
};

const inForm: Placing = { isTabKnown: true, line: null };

type RowHeadProps = Placing & { readonly finding: Finding; readonly onShow: Show };

/** Severity, words and place of a finding; the style sheet says whether the place has a column or ends the words. */
function RowHead({ finding, isTabKnown, line, onShow }: RowHeadProps): ReactNode {
  const catalogue = useKeys((state) => state.catalogue);
  const tab = tabOfFinding(finding, catalogue);
  const tone =
    finding.severity === "error" ? "tone-err" : finding.severity === "warning" ? "tone-warn" : "tone-mute";
  return (
    <>
      <span className={tone}>
        <Icon name={severityIcon[finding.severity]} size="small" />
        <span className="visually-hidden">{severityWord[finding.severity]}</span>
      </span>
      <div className="finding-said">
        <p className="findings-text">
          <b>
            <MarkedText text={finding.title} />
          </b>{" "}
          <span className="quiet">
            <MarkedText text={finding.detail} />
          </span>
        </p>{" "}
        {tab === null ? (
          <span />
        ) : (
          <button
            type="button"
            className="finding-place"
            title={[tabTitles[tab], finding.where.keyPath ?? []].flat().join(" › ")}
            onClick={() => onShow(finding, tab)}
          >
            {line !== null ? (
              <span className="finding-line">Line {line}</span>
            ) : finding.where.keyPath === undefined ? (
              tabTitles[tab]
            ) : (
              <>
                {isTabKnown && `${tabTitles[tab]} › `}
                <KeyName keyPath={finding.where.keyPath} />
              </>
            )}
          </button>
        )}
      </div>
    </>
  );
}

/** The path of a key on one line; what it loses where room is short is its middle. */
function KeyName({ keyPath }: { readonly keyPath: string }): ReactNode {
  const { head, tail } = splitForMiddleCut(keyPath);
  return (
    <span className="middle-cut">
      <span className="cut">
        <MarkedText text={head} />
      </span>
      {tail !== "" && (
        <span>
          <MarkedText text={tail} />
        </span>
      )}
    </span>
  );
}

/** A row that F8 walks to; the walk shows the key as well. */
function useRow(finding: Finding, onShow: Show) {
  const catalogue = useKeys((state) => state.catalogue);
  const shown = useShownFinding<HTMLLIElement>(finding, true);
  return {
    ...shown,
    className: "finding-row",
    onFocus: (event: Parameters<typeof shown.onFocus>[0]) => {
      shown.onFocus(event);
      const tab = tabOfFinding(finding, catalogue);
      // A button in the row has its own purpose.
      if (event.target === event.currentTarget && tab !== null) {
        onShow(finding, tab);
      }
    },
  };
}

const FindingRow = memo(function FindingRow({ finding, onShow, ...placing }: RowHeadProps): ReactNode {
  return (
    <li {...useRow(finding, onShow)}>
      <RowHead finding={finding} {...placing} onShow={onShow} />
      <span className="finding-actions">
        <WhyButton finding={finding} />
        {finding.fix === undefined ? (
          <span className="small faint">No change needed</span>
        ) : (
          <FixButton finding={finding} />
        )}
      </span>
    </li>
  );
});

type TypedRowProps = Placing & { readonly item: TypedFinding; readonly onShow: Show };

/** A value that does not fit: it can be corrected in its field, or given up here. */
function TypedRow({ item: { finding, field, stored }, onShow, ...placing }: TypedRowProps): ReactNode {
  const takeBack = useForm((state) => state.takeBack);
  const isShort = stored !== null && stored !== "" && stored.length <= 12;
  return (
    <li {...useRow(finding, onShow)}>
      <RowHead finding={finding} {...placing} onShow={onShow} />
      <Button look={["small"]} onPress={() => takeBack(field)}>
        {isShort ? `Put ${stored} back` : "Put the old value back"}
      </Button>
    </li>
  );
}
