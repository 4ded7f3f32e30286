import type { ReactNode } from "react";
import { useNavigation, usePractice, useRuns } from "../../app/context.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { PracticeTag } from "../../components/tag.tsx";
import { ariaShortcut } from "../../text/shortcut-label.ts";

/** Before the first run: what each test does, what it sends where, and what it leaves in the log. */
export function TestEmpty(): ReactNode {
  const target = useRuns((state) => state.target);
  const targetProblem = useRuns((state) => state.targetProblem);
  const canCheck = useRuns((state) => state.username.trim() !== "" && state.password !== "");
  const start = useRuns((state) => state.start);
  const practice = usePractice((state) => state.status);
  const openDialog = useNavigation((state) => state.openDialog);
  return (
    <div className="scroll">
      <div className="test-empty">
        <h2>Run the two logins as the Mac would</h2>
        <p className="test-lead">
          {target === null ? (
            `${targetProblem?.title ?? ""} ${targetProblem?.detail ?? ""} ${targetProblem?.fix ?? ""}`
          ) : (
            <>
              Both go to <code>{target.host}</code> with the values of this profile and nothing added that a
              policy could see. They leave from this machine, not from a Mac's login window.
            </>
          )}
        </p>
        <ul className="test-ways">
          <li>
            <Icon name="login-window" />
            <p className="grow">
              <b>Test OIDC</b>
              <span>
                The login window. You sign in on the provider's own page, with a second factor if it asks for
                one. Shows the token and the account that Jamf Connect would create.
              </span>
            </p>
            <Button isDisabled={target === null} onPress={() => start("oidc")}>
              Test OIDC
            </Button>
          </li>
          <li>
            <Icon name="password-check" />
            <p className="grow">
              <b>Test ROPG</b>
              <span>
                The silent password check of the menu bar / Self Service+. Needs user name and password above.
                A wrong password counts towards lock-out.
              </span>
            </p>
            <Button isDisabled={!canCheck || target === null} onPress={() => start("ropg")}>
              Test ROPG
            </Button>
          </li>
        </ul>
        {practice.running && (
          <PracticeStory story={practice.scenario.story} title={practice.scenario.title} />
        )}
        <p className="test-explain">
          Somebody sent you an error?
          <Button
            look={["plain"]}
            onPress={() => openDialog("explain")}
            aria-keyshortcuts={ariaShortcut("mod+e")}
          >
            Explain an error…
          </Button>
        </p>
      </div>
    </div>
  );
}

function PracticeStory({ title, story }: { readonly title: string; readonly story: string }): ReactNode {
  return (
    <div className="banner banner-practice">
      <Icon name="practice" />
      <p className="grow">
        <b>{title}.</b> {story} <span className="quiet">Pick an invented person under Accounts.</span>
      </p>
      <PracticeTag />
    </div>
  );
}
