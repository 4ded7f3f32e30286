import type { ReactNode } from "react";
import type { PracticeView, TestTargetView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Tag } from "../../components/tag.tsx";
import { useDocument, useNavigation, usePractice, useRuns } from "../../stores/context.ts";
import { codeNotConfirmed } from "../../text/certainty-text.ts";
import { ariaKeys } from "../../text/command-keys.ts";
import { count } from "../../text/count.ts";
import { NextStep } from "./next-step.tsx";
import { cannotBePractised } from "./practice/cannot-be-practised.ts";
import { changedSwitches } from "./practice/changed-switches.ts";
import { Forecast } from "./predicted/forecast.tsx";

/** Before the first run: what each test does, what it sends where, and what it leaves in the log. */
export function TestEmpty(): ReactNode {
  const practice = usePractice((state) => state.status);
  const isPractised = useRuns(
    ({ loginProblem, targetProblem }) =>
      !(cannotBePractised(loginProblem) && cannotBePractised(targetProblem)),
  );
  const go = useNavigation((state) => state.go);
  return (
    <div className="scroll">
      <div className="test-empty">
        <h2>Run the two logins as the Mac would</h2>
        <TestLead />
        {practice.running && isPractised && <PracticeStory status={practice} />}
        <NextStep />
        <ErrorsLine />
        <ul className="test-ways">
          <li>
            <Icon name="login-window" />
            <p>
              <b>Test OIDC</b>
              <span>
                The login window. You sign in on the provider's own page, with a second factor if it asks for
                one. Shows the token and the account that Jamf Connect would create.
              </span>
            </p>
          </li>
          <li>
            <Icon name="password-check" />
            <p>
              <b>Test ROPG</b>
              <span>
                The silent password check of the menu bar / Self Service+. It sends the user name and password
                above. A wrong password counts towards lock-out.
              </span>
            </p>
          </li>
        </ul>
        <Forecast />
        <p className="test-explain">
          Somebody sent you an error?
          <Button
            look={["plain", "small"]}
            onPress={() => go("explain")}
            aria-keyshortcuts={ariaKeys("explain")}
          >
            Explain an error
          </Button>
        </p>
      </div>
    </div>
  );
}

/** What the side bar counts in red, and the way to it: the tests send the profile as it is. */
function ErrorsLine(): ReactNode {
  const findings = useDocument((state) => state.view?.findings ?? null);
  const go = useNavigation((state) => state.go);
  const errors = (findings ?? []).filter(({ severity }) => severity === "error").length;
  return errors === 0 ? null : (
    <p className="test-errors">
      <span className="tone-err">
        <Icon name="error" size="small" />
      </span>
      The profile has {count(errors, "error")}.
      <Button look={["plain", "small"]} onPress={() => go("profile")}>
        Show the findings
      </Button>
    </p>
  );
}

/** Where the two logins go, or why one of them goes nowhere. What cannot be practised is said above. */
function TestLead(): ReactNode {
  const check = useRuns((state) => state.target);
  const login = useRuns((state) => state.loginTarget);
  const checkProblem = useRuns((state) => state.targetProblem);
  const loginProblem = useRuns((state) => state.loginProblem);
  const problem = check === null && !cannotBePractised(checkProblem) ? checkProblem : null;
  const missing = problem ?? (login === null && !cannotBePractised(loginProblem) ? loginProblem : null);
  if (missing !== null) {
    return <p className="test-lead">{`${missing.title} ${missing.detail} ${missing.fix}`}</p>;
  }
  if (login === null && check === null) {
    return null;
  }
  return (
    <p className="test-lead">
      <Ways login={login} check={check} /> with exactly the values of this profile.{" "}
      {login !== null && check !== null ? "They leave" : "It leaves"} from this machine, not from a Mac's
      login window.
    </p>
  );
}

type WaysProps = { readonly login: TestTargetView | null; readonly check: TestTargetView | null };

function Ways({ login, check }: WaysProps): ReactNode {
  if (login !== null && check !== null) {
    return login.host === check.host ? (
      <>
        Both go to <Place of={login} />
      </>
    ) : (
      <>
        The login goes to <Place of={login} />, the password check to <Place of={check} />,
      </>
    );
  }
  return (
    <>
      The {login === null ? "password check" : "login"} goes to <Place of={login ?? check} />
    </>
  );
}

/** The practice tenant by its name, as in the side bar: its address is one of this machine. */
function Place({ of }: { readonly of: TestTargetView | null }): ReactNode {
  return of?.practice === true ? <span title={of.host}>the practice tenant</span> : <code>{of?.host}</code>;
}

type PracticeStoryProps = { readonly status: Extract<PracticeView, { readonly running: true }> };

function PracticeStory({ status }: PracticeStoryProps): ReactNode {
  const { scenario, switches, scenarioSwitches } = status;
  const changed = changedSwitches(switches, scenarioSwitches);
  return (
    <div className="banner banner-practice">
      <Icon name="practice" />
      <p className="grow">
        <b>{scenario.title}.</b> {scenario.story}{" "}
        {scenario.isUncertain && <Tag tone="line">{codeNotConfirmed}</Tag>}{" "}
        {changed > 0 && (
          <b>
            {count(changed, "switch", "switches")} {changed === 1 ? "was" : "were"} changed, so this may not
            hold any more.
          </b>
        )}
      </p>
    </div>
  );
}
