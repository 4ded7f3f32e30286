import type { ReactNode } from "react";
import type { DifferenceView, OnDiskView } from "../../preload/contract.ts";
import { Breakable } from "../components/breakable.tsx";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { useApp, useSaving } from "../stores/context.ts";
import type { SavingAnswer, SavingQuestion, Unstored } from "../stores/saving-flow.ts";
import { count } from "../text/count.ts";

type Choice = {
  readonly answer: SavingAnswer;
  readonly label: string;
  readonly look?: "primary" | "danger";
};

/** Asked before changes, a signature or somebody else's changes would get lost. Esc is Cancel. */
export default function SavingQuestionDialog(): ReactNode {
  const question = useSaving((state) => state.question);
  const answer = useSaving((state) => state.answer);
  const { canShowFileDialogs } = useApp().description.capabilities;
  if (question === null) {
    return null;
  }
  const { title, body, choices } = wordsOf(question, canShowFileDialogs);
  return (
    <Dialog
      title={title}
      isOpen
      onClose={() => answer("cancel")}
      role="alertdialog"
      {...(question.about === "disk" ? { size: "wide" } : {})}
      actions={
        <>
          <Button onPress={() => answer("cancel")}>Cancel</Button>
          {choices.map((choice) => (
            <Button
              key={choice.answer}
              autoFocus={choice.look === "primary"}
              look={choice.look === undefined ? [] : [choice.look]}
              onPress={() => answer(choice.answer)}
            >
              {choice.label}
            </Button>
          ))}
        </>
      }
    >
      {body}
    </Dialog>
  );
}

type Words = { readonly title: string; readonly body: ReactNode; readonly choices: readonly Choice[] };

function UnstoredNote({ unstored: { fields, source } }: { readonly unstored: Unstored }): ReactNode {
  if (fields === 0 && !source) {
    return null;
  }
  const places = [fields === 0 ? "" : count(fields, "field"), source ? "the source" : ""].filter(Boolean);
  const hold = fields + (source ? 1 : 0) === 1 ? "holds" : "hold";
  return (
    <p className="note quiet">
      Save leaves out what does not fit: {places.join(" and ")} {hold} text that no file can take. Cancel goes
      back to it.
    </p>
  );
}

const unsignedNote = "It will be saved without its signature, which no longer fits. Export signs it again.";

function wordsOf(question: SavingQuestion, isSavedHere: boolean): Words {
  const { fileName } = question;
  const where = isSavedHere ? "Save writes the file." : "Save downloads the file under its name.";
  if (question.about === "unsaved") {
    return {
      title: `Save the changes to ${fileName}?`,
      body: (
        <>
          <p>{question.isSigned ? `${where} ${unsignedNote}` : `${where} Discard throws them away.`}</p>
          <UnstoredNote unstored={question.unstored} />
        </>
      ),
      choices: [
        { answer: "discard", label: "Discard", look: "danger" },
        { answer: "save", label: "Save", look: "primary" },
      ],
    };
  }
  if (question.about === "signature") {
    return {
      title: `Save ${fileName} without its signature?`,
      body: question.isEdited ? (
        <p>The file is signed, and the profile has been changed. {unsignedNote}</p>
      ) : (
        <p>The file is signed; the copy will not be. Export makes a signed one.</p>
      ),
      choices: [{ answer: "save", label: "Save unsigned", look: "primary" }],
    };
  }
  return {
    title: `${fileName} was changed by another program`,
    body: <Disk disk={question.disk} />,
    choices: [
      { answer: "theirs", label: "Take theirs" },
      { answer: "mine", label: "Keep mine", look: "danger" },
    ],
  };
}

function Disk({ disk: { differences, problem } }: { readonly disk: OnDiskView }): ReactNode {
  return (
    <>
      <p>
        Nothing has been written. Keep mine writes over those changes; take theirs opens the file as it is
        now, and Undo brings yours back.
      </p>
      {problem !== null && (
        <p className="note quiet">
          {problem.title} {problem.detail}
        </p>
      )}
      {differences.length > 0 && (
        <table className="shortcuts">
          <thead>
            <tr>
              <th scope="col">Key</th>
              <th scope="col">What differs</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <tr key={`${difference.domain} ${difference.keyPath}`}>
                <th scope="row">
                  <code>
                    <Breakable text={difference.keyPath} />
                  </code>
                  <div className="quiet">{difference.domain}</div>
                </th>
                <td>{differenceText(difference)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {differences.length === 0 && problem === null && (
        <p className="note quiet">Both hold the same settings; only their form differs.</p>
      )}
    </>
  );
}

function differenceText({ what }: DifferenceView): string {
  if (what === "only here") {
    return "Only in yours";
  }
  return what === "only on disk" ? "Only in the file" : "Two values";
}
