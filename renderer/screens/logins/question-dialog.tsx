import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useRuns } from "../../stores/context.ts";
import type { HostQuestion, RunQuestion } from "../../stores/run-question.ts";

/** Asked before something leaves that cannot be taken back. */
export function QuestionDialog(): ReactNode {
  const question = useRuns((state) => state.question);
  const answer = useRuns((state) => state.answer);
  if (question === null) {
    return null;
  }
  const words = question.about === "host" ? hostWords(question) : lockOutText(question);
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

function hostWords({ carries, host, asker }: HostQuestion): Words {
  const isPage = carries === "sign-in page";
  return {
    title: isPage ? `Sign in at ${host}?` : `Send the ${carries} to ${host}?`,
    body: (
      <>
        <p>
          {isPage ? "The sign-in page is at" : "This profile leads to"} <code>{host}</code>. That is no
          address that belongs to the named provider itself.
        </p>
        <p className="note quiet">
          {isPage
            ? "Whoever runs that host sees what you type there. Go on only if you know whose it is."
            : `Whoever runs that host sees the ${carries}. Go on only if you know whose it is.`}{" "}
          {"wanted" in asker ? "Nothing has been sent so far." : "The test waits for the answer."} Latchkey
          asks once for each host and forgets the answer when it ends.
        </p>
      </>
    ),
    no: isPage ? "Do not open it" : "Send nothing",
    yes: isPage ? "Sign in there" : "Send it there",
  };
}

function lockOutText({
  username,
  wrong,
  warning,
}: Extract<RunQuestion, { readonly about: "lock-out" }>): Words {
  return {
    title: `${wrong} wrong passwords for ${username}`,
    body: (
      <p>
        {warning.title} {warning.detail} Nothing has been sent this time.
      </p>
    ),
    no: "Do not send",
    yes: "Send this password",
  };
}
