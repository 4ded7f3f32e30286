import { type KeyboardEvent, type ReactNode, useId } from "react";
import { Form, Label, TextArea, TextField } from "react-aria-components";
import { Button } from "../../components/button.tsx";
import { NotStored } from "../../components/not-stored.tsx";
import { useExplain, useNavigation } from "../../stores/context.ts";
import type { ExplainAnswerView } from "../../stores/explain-store.ts";
import { announcementOf } from "./announcement.ts";
import { CandidatesView } from "./candidates-view.tsx";
import { ExplanationView } from "./explanation-view.tsx";
import "./explain.css";

type AskBoxProps = { readonly takesFocus: boolean };

/** Takes a code, an error, an address, a row or lines of a log, and says below what it means. */
export function AskBox({ takesFocus }: AskBoxProps): ReactNode {
  const text = useExplain((state) => state.text);
  const answer = useExplain((state) => state.answer);
  // What is answered already needs no press.
  const isAnswered = useExplain((state) => state.answer !== null && state.asked === state.text);
  const setText = useExplain((state) => state.setText);
  const ask = useExplain((state) => state.ask);
  const help = useId();
  return (
    <>
      <h2 className="explain-title">What does this error mean?</h2>
      <Form
        className="explain-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== "") {
            ask(text);
          }
        }}
      >
        <TextField
          className="field grow"
          aria-describedby={help}
          value={text}
          onChange={setText}
          spellCheck="false"
          autoComplete="off"
        >
          <Label className="explain-label">Code, text or log lines</Label>
          <span className="field-box mono">
            <TextArea
              rows={1}
              autoFocus={takesFocus}
              placeholder="50076, an error text, an address, a row of the sign-in log"
              onKeyDown={submitOnReturn}
            />
            <NotStored text={text} />
          </span>
        </TextField>
        <Button type="submit" look={isAnswered ? [] : ["primary"]} isDisabled={text.trim() === ""}>
          Explain
        </Button>
      </Form>
      <p id={help} className="field-help">
        It stays on this machine, and nothing of it is kept.
      </p>
      <p className="visually-hidden" role="status">
        {answer !== null && announcement(answer)}
      </p>
      {answer !== null && <Answer answer={answer} onChoose={ask} />}
    </>
  );
}

/** Codes are typed and sent off with Return; ⇧Return is for whoever wants a line. */
function submitOnReturn(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  }
}

function announcement(answer: ExplainAnswerView): string {
  return "answer" in answer
    ? announcementOf(answer.answer)
    : `${answer.problem.title} ${answer.problem.detail}`;
}

type AnswerProps = { readonly answer: ExplainAnswerView; readonly onChoose: (name: string) => void };

function Answer({ answer, onChoose }: AnswerProps): ReactNode {
  return (
    <section className="explain-answer" aria-label="What it means">
      <h2 className="visually-hidden">What it means</h2>
      {"problem" in answer ? (
        <div className="explain-unknown">
          <h3>{answer.problem.title}</h3>
          <p className="quiet">{answer.problem.detail}</p>
          <p>{answer.problem.fix}</p>
        </div>
      ) : answer.answer.kind === "candidates" ? (
        <CandidatesView answer={answer.answer} onChoose={onChoose} />
      ) : (
        <>
          {answer.answer.entries.map((entry) => (
            <ExplanationView key={entry.title} explanation={entry} />
          ))}
          {answer.answer.isRow === true && <WholeLog />}
        </>
      )}
    </section>
  );
}

/** A single row tells little. */
function WholeLog(): ReactNode {
  const go = useNavigation((state) => state.go);
  return (
    <p className="explain-row note quiet">
      <span className="grow">
        This is a row of the sign-in log. The whole log tells real failures from correct passwords that met
        MFA.
      </span>
      <Button look={["small"]} onPress={() => go("sign-ins")}>
        Open Sign-ins
      </Button>
    </p>
  );
}
