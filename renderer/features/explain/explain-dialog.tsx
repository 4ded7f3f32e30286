import { type KeyboardEvent, type ReactNode, useMemo, useState } from "react";
import { Form, TextArea, TextField } from "react-aria-components";
import type { Explained, Problem } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Dialog, DialogScroll } from "../../components/dialog.tsx";
import { useApp } from "../../stores/context.ts";
import { createQuery } from "../../stores/query.ts";
import { announcementOf } from "./announcement.ts";
import { CandidatesView } from "./candidates-view.tsx";
import { tooMuch } from "./explain-text.ts";
import { ExplanationView } from "./explanation-view.tsx";
import "./explain.css";

type Answer = { readonly answer: Explained } | { readonly problem: Problem };

/** Takes a code, an error, an address or a log row, and says in plain words what it means. Nothing of it is kept. */
export default function ExplainDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { host } = useApp();
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<Answer | null>(null);
  const explanation = useMemo(
    () =>
      createQuery(
        (asked: string) => host.call("explain.text", { text: asked }),
        (found) => setAnswer(found.ok ? { answer: found.value } : { problem: found.problem }),
      ),
    [host],
  );
  const explain = async () => {
    const long = tooMuch(text);
    if (text.trim() === "") {
      return;
    }
    if (long !== null) {
      explanation.drop();
      setAnswer({ problem: long });
      return;
    }
    await explanation.ask(text);
  };
  return (
    <Dialog title="Explain an error" isOpen size="wide" onClose={onClose}>
      <Form
        className="explain-form"
        onSubmit={(event) => {
          event.preventDefault();
          explain();
        }}
      >
        <TextField
          className="field grow"
          aria-label="Error"
          aria-describedby="explain-help"
          value={text}
          onChange={setText}
          spellCheck="false"
          autoComplete="off"
        >
          <span className="field-box mono">
            <TextArea rows={2} autoFocus placeholder="50076" onKeyDown={submitOnReturn} />
          </span>
        </TextField>
        <Button type="submit" look={["primary"]} isDisabled={text.trim() === ""}>
          Explain
        </Button>
      </Form>
      <p id="explain-help" className="field-help">
        A code, an error text, an address with an error in it, or a row of the sign-in log. It stays on this
        machine, and nothing of it is kept.
      </p>
      <p className="visually-hidden" role="status">
        {answer !== null && announcement(answer)}
      </p>
      {answer !== null && (
        <DialogScroll label="What it means">
          {"answer" in answer ? (
            <AnswerView answer={answer.answer} onChoose={(name) => explanation.ask(name)} />
          ) : (
            <Unknown problem={answer.problem} />
          )}
        </DialogScroll>
      )}
      <div className="dialog-actions">
        <Button onPress={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}

/** Codes are typed and sent off with Return; ⇧Return is for whoever wants a line. */
function submitOnReturn(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  }
}

function announcement(answer: Answer): string {
  return "answer" in answer
    ? announcementOf(answer.answer)
    : `${answer.problem.title} ${answer.problem.detail}`;
}

type AnswerProps = { readonly answer: Explained; readonly onChoose: (name: string) => void };

/** What decides, one after the other, or what the words may mean. */
function AnswerView({ answer, onChoose }: AnswerProps): ReactNode {
  if (answer.kind === "log") {
    return (
      <div className="explain-unknown">
        <h3>{answer.log.title}</h3>
        <p className="quiet">{answer.log.detail}</p>
      </div>
    );
  }
  if (answer.kind === "candidates") {
    return <CandidatesView answer={answer} onChoose={onChoose} />;
  }
  return answer.entries.map((entry) => <ExplanationView key={entry.title} explanation={entry} />);
}

function Unknown({ problem }: { readonly problem: Problem }): ReactNode {
  return (
    <div className="explain-unknown">
      <h3>{problem.title}</h3>
      <p className="quiet">{problem.detail}</p>
      <p>{problem.fix}</p>
    </div>
  );
}
