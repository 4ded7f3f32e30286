import { type FocusEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Problem } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useForm } from "../../stores/context.ts";
import type { SecretPlace } from "../../stores/form-store.ts";

type SecretEntryProps = {
  readonly label: string;
  readonly at: SecretPlace;
  /** It is stored, or nobody wants it any more. */
  readonly onDone: () => void;
};

/**
 * Where a secret is typed. It goes to main when the person is done with it: Return, "Store", or leaving; esc and "Cancel" forget it.
 * One that main refuses stays here as dots, with what is wrong with it; nothing else on the page has it.
 */
export function SecretEntry({ label, at, onDone }: SecretEntryProps): ReactNode {
  const problemId = useId();
  const { text, problem, type, store, leave, forget } = useSecret(at, onDone);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the field inside, which is the control
    <div
      onBlur={(event) => {
        if (isLeft(event)) {
          leave();
        }
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
          // The control that gets the focus next would be pressed by the same stroke.
          event.preventDefault();
          store();
        } else if (event.key === "Escape") {
          event.stopPropagation();
          forget();
        }
      }}
    >
      <div className="row">
        <TextField
          label={label}
          type="password"
          value={text}
          onChange={type}
          className="grow"
          autoFocus
          mono
          {...(problem === null ? {} : { tone: "error" as const, describedBy: problemId })}
        />
        <Button isDisabled={text === ""} onPress={store}>
          Store
        </Button>
        <Button look={["plain"]} onPress={forget}>
          Cancel
        </Button>
      </div>
      {problem !== null && (
        <p id={problemId} role="alert" className="field-problem">
          <Icon name="error" size="small" />
          <span>
            It is not stored. {problem.title} {problem.fix}
          </span>
        </p>
      )}
    </div>
  );
}

/** True where the person has gone elsewhere on the page, and not to another window, from which they may come with the rest of it. */
function isLeft({ currentTarget, relatedTarget, target }: FocusEvent<HTMLElement>): boolean {
  const isInside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
  return !isInside && document.activeElement !== target;
}

type Secret = {
  readonly text: string;
  /** Why main does not take it; null while it was not asked. */
  readonly problem: Problem | null;
  readonly type: (text: string) => void;
  readonly store: () => void;
  readonly leave: () => void;
  readonly forget: () => void;
};

function useSecret(at: SecretPlace, onDone: () => void): Secret {
  const storeSecret = useForm((state) => state.storeSecret);
  const say = useForm((state) => state.say);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const typed = useRef("");
  /** Main has not been asked about what is typed. */
  const isPending = useRef(false);
  const isShown = useRef(true);
  const store = async () => {
    const sent = typed.current;
    isPending.current = false;
    if (sent === "") {
      return;
    }
    const found = await storeSecret(at, sent);
    if (!isShown.current) {
      if (found !== null) {
        say(found);
      }
    } else if (typed.current === sent) {
      if (found === null) {
        onDone();
      } else {
        setProblem(found);
      }
    }
  };
  const leave = () => {
    if (isPending.current) {
      void store();
    }
  };
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
      // It goes away under the focus, with another tab for example: nobody has said that it is not wanted.
      latest.current();
    };
  }, []);
  return {
    text,
    problem,
    type: (next) => {
      typed.current = next;
      isPending.current = true;
      setText(next);
      setProblem(null);
    },
    store: () => void store(),
    leave,
    forget: () => {
      isPending.current = false;
      onDone();
    },
  };
}
