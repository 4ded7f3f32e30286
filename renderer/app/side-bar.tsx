import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { Button as PushButton } from "../components/button.tsx";
import { Icon, type IconName } from "../components/icon.tsx";
import { Spinner } from "../components/spinner.tsx";
import { tightWidth, useMedia } from "../components/use-media.ts";
import {
  useDocument,
  useHistory,
  useNavigation,
  usePractice,
  useRuns,
  useSetUp,
  useSignIns,
} from "../stores/context.ts";
import type { Screen } from "../stores/navigation-store.ts";
import { scenarioOf } from "../stores/practice-store.ts";
import { ariaKeys } from "../text/command-keys.ts";
import { count, groupDigits } from "../text/count.ts";
import { openFindings } from "../text/open-findings.ts";
import { DocumentMenu } from "./document-menu.tsx";
import { TargetNote } from "./target-note.tsx";

/** The work in order: the document, the screens with what they found, and where tests go. */
export default function SideBar(): ReactNode {
  const isTight = useMedia(tightWidth);
  const isMadeNarrow = useNavigation((state) => state.isSideBarNarrow);
  const isLaidOver = useNavigation((state) => state.isSideBarLaidOver);
  const toggle = useNavigation((state) => (isTight ? state.toggleSideBarOver : state.toggleSideBar));
  const isNarrow = isTight ? !isLaidOver : isMadeNarrow;
  return (
    <nav className={isNarrow ? "side side-collapsed" : "side"} aria-label="Work" data-pane="side">
      <div className="side-top">
        <PushButton
          look={["icon"]}
          aria-label={isNarrow ? "Show the side bar" : "Make the side bar narrow"}
          onPress={toggle}
        >
          <Icon name="side-bar" />
        </PushButton>
      </div>
      <DocumentMenu />
      <div className="side-nav">
        <SideLink screen="profile" icon="profile" title="Profile" badge={<FindingsBadge />} />
        <SideLink screen="test" icon="test" title="Test" badge={<TestBadge />} />
        <SideLink screen="conditional-access" icon="policies" title="Conditional Access" />
        <SideLink screen="sign-ins" icon="bars" title="Sign-ins" badge={<SignInsBadge />} />
        <SideLink screen="set-up" icon="steps" title="Set up" badge={<SetUpBadge />} />
        <SideLink screen="export" icon="export" title="Export" />
        <p className="side-caption side-text">Without a profile</p>
        <SideLink screen="explain" icon="search" title="Explain" />
      </div>
      <TargetNote />
    </nav>
  );
}

type SideLinkProps = {
  readonly screen: Screen;
  readonly icon: IconName;
  readonly title: string;
  readonly badge?: ReactNode;
};

function SideLink({ screen, icon, title, badge }: SideLinkProps): ReactNode {
  const current = useNavigation((state) => state.screen);
  const go = useNavigation((state) => state.go);
  const dismiss = useDocument((state) => state.dismiss);
  return (
    <Button
      {...(current === screen ? { "aria-current": "page" } : {})}
      aria-keyshortcuts={ariaKeys(screen)}
      onPress={() => {
        dismiss();
        go(screen);
      }}
    >
      <Icon name={icon} />
      <span className="side-text">{title}</span>
      {badge}
    </Button>
  );
}

function FindingsBadge(): ReactNode {
  // A profile without Jamf Connect has none to look for.
  const findings = openFindings(useDocument((state) => state.view?.findings ?? null));
  const errors = findings.filter((finding) => finding.severity === "error").length;
  if (findings.length === 0) {
    return null;
  }
  const warnings = findings.length - errors;
  return (
    <span className="side-badge side-text">
      {errors > 0 && <FindingsCount tone="err" icon="error" amount={errors} noun="error" />}
      {warnings > 0 && <FindingsCount tone="warn" icon="warning" amount={warnings} noun="warning" />}
    </span>
  );
}

type FindingsCountProps = {
  readonly tone: "err" | "warn";
  readonly icon: IconName;
  readonly amount: number;
  readonly noun: string;
};

/** How many there are of one kind; an error is never counted among warnings. */
function FindingsCount({ tone, icon, amount, noun }: FindingsCountProps): ReactNode {
  return (
    <span className={`side-count tone-${tone}`} title={count(amount, noun)}>
      <Icon name={icon} size="small" />
      {groupDigits(amount)}
      <span className="visually-hidden"> {amount === 1 ? noun : `${noun}s`}</span>
    </span>
  );
}

function TestBadge(): ReactNode {
  const isRunning = useRuns((state) => state.runningId !== null);
  const scenario = usePractice((state) => scenarioOf(state.status));
  // What another tenant answered is no state of this one.
  const last = useHistory((state) => state.runs.find((run) => run.scenario === scenario) ?? null);
  if (isRunning) {
    return (
      <span className="side-badge side-text">
        <Spinner />
        <span className="visually-hidden">running</span>
      </span>
    );
  }
  return last === null ? null : (
    <span className={`side-badge side-text tone-${last.label.tone}`}>
      <span className="cut" title={last.label.text}>
        {last.label.short}
      </span>
    </span>
  );
}

function SignInsBadge(): ReactNode {
  const failures = useSignIns((state) => state.answer?.report.realFailures ?? 0);
  return failures === 0 ? null : (
    <span className="side-badge side-text tone-err">
      {groupDigits(failures)}
      <span className="visually-hidden"> real failures</span>
    </span>
  );
}

/** How far the chosen recipe is, once somebody has looked at it. */
function SetUpBadge(): ReactNode {
  const plan = useSetUp((state) => state.view?.plan ?? null);
  const left = plan?.steps.filter(({ state }) => state === "to-do").length ?? 0;
  return left === 0 ? null : <span className="side-badge side-text tone-mute">{left} to do</span>;
}
