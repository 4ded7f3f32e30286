import type { ReactNode } from "react";
import { useRuns } from "../../app/context.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import type { RunQuestion } from "../../stores/run-question.ts";

/** Asked before something leaves that cannot be taken back. */
export function QuestionDialog(): ReactNode {
  const question = useRuns((state) => state.question);
  const answer = useRuns((state) => state.answer);
  if (question === null) {
    return null;
  }
  const words = question.about === "host" ? hostWords(question) : lockOutWords(question);
  return (
    <Dialog title={words.title} isOpen onClose={() => answer(false)} role="alertdialog">
      {words.body}
      <div className="dialog-actions">
        <Button autoFocus onPress={() => answer(false)}>
          {words.no}
        </Button>
        <Button look={question.about === "host" ? ["primary"] : ["danger"]} onPress={() => answer(true)}>
          {words.yes}
        </Button>
      </div>
    </Dialog>
  );
}

type Words = { readonly title: string; readonly body: ReactNode; readonly no: string; readonly yes: string };

function hostWords({ wanted: { kind }, host }: Extract<RunQuestion, { readonly about: "host" }>): Words {
  return {
    title: kind !== "oidc" ? `Send the password to ${host}?` : `Sign in at ${host}?`,
    body: (
      <>
        <p>
          This profile names <code>{host}</code>. It is not a known address of the provider that the profile
          names.
        </p>
        <p className="note quiet">
          {kind !== "oidc"
            ? "Whoever runs that host sees the password. Go on only if you know whose it is."
            : "Whoever runs that host sees what you type there. Go on only if you know whose it is."}{" "}
          Nothing has been sent so far. Latchkey asks once for each host and forgets the answer when it ends.
        </p>
      </>
    ),
    no: "Send nothing",
    yes: kind !== "oidc" ? "Send it there" : "Sign in there",
  };
}

function lockOutWords({ username, wrong }: Extract<RunQuestion, { readonly about: "lock-out" }>): Words {
  return {
    title: `${wrong} wrong passwords for ${username}`,
    body: (
      <p>
        Entra locks an account after a number of wrong passwords in a row, ten unless the tenant says
        otherwise. Another wrong one counts. Nothing has been sent this time.
      </p>
    ),
    no: "Do not send",
    yes: "Send this password",
  };
}
