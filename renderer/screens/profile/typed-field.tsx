import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { UnseenText } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { MarkedText } from "../../components/marked-text.tsx";
import { useConnection, useForm } from "../../stores/context.ts";
import { type Field, fieldKey } from "../../stores/form-store.ts";

type TypedFieldProps = {
  readonly field: Field;
  /** What the file holds, as text; null where the key is not set. */
  readonly value: string | null;
  readonly placeholder?: string;
  readonly unit?: string;
  readonly mono?: boolean;
  readonly tone?: "warning" | "error";
  readonly look?: "cell" | "number";
  readonly describedBy?: string;
  readonly unseen?: UnseenText | null;
  readonly autoFocus?: boolean;
  /** Called by Return when the value is stored, in tables. */
  readonly onReturn?: () => void;
};

/**
 * A field whose text becomes a value of the file when the person is done with it: Return, or leaving. What does not fit stays as
 * it was typed, is said below, and the file keeps what it had. Esc takes back what is typed.
 */
export function TypedField(props: TypedFieldProps): ReactNode {
  const { field, value, look } = props;
  const errorId = useId();
  const key = fieldKey(field);
  const typed = useForm((state) => state.typed[key]);
  const text = typed?.text ?? value ?? "";
  const actions = useTyping(field, value);
  const isGone = useConnection((state) => state.isGone);
  const isSilent = useConnection((state) => state.isSilent);
  const [isFocused, setFocused] = useState(false);
  const problem = typed?.problem ?? null;
  const tone = problem === null ? props.tone : "error";
  const isLong = useLongField(text, isFocused);
  const describedBy = [problem === null ? null : errorId, props.describedBy].filter(Boolean).join(" ");
  const control = {
    value: text,
    "aria-label": field.label,
    "aria-invalid": problem !== null,
    "aria-describedby": describedBy === "" ? undefined : describedBy,
    placeholder: props.placeholder ?? "",
    // Nothing is taken any more: what is typed would look stored.
    readOnly: isGone,
    spellCheck: false,
    autoComplete: "off",
    ref: useFirstFocus(props.autoFocus ?? false),
    onFocus: () => setFocused(true),
    onBlur: () => {
      setFocused(false);
      actions.commit();
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => onKey(event, actions, isLong, props.onReturn),
  };
  const isMarked = props.unseen != null && typed === undefined && !isFocused && !isLong;
  const box = boxClass(look, props.mono === true, tone);
  return (
    <div className={look === "number" ? "typed typed-number" : "typed"}>
      <span className={box}>
        {isLong ? (
          <textarea {...control} rows={4} onChange={(event) => actions.type(event.target.value)} />
        ) : (
          <input {...control} onChange={(event) => actions.type(event.target.value)} />
        )}
        {isMarked && (
          <span className="typed-marks" aria-hidden="true">
            <MarkedText text={text} />
          </span>
        )}
        {isSilent && problem === null && typed !== undefined && (
          <span className="field-not-stored">Not stored yet</span>
        )}
        {props.unit !== undefined && <span className="field-unit">{props.unit}</span>}
      </span>
      {problem !== null && (
        <p id={errorId} role="alert" className="field-problem">
          <Icon name="error" size="small" />
          <span>
            {problem.title} {keptText(value)}
          </span>
        </p>
      )}
    </div>
  );
}

/** Gives the field the focus when it has come: after the popup that it was chosen in has given its own back. */
function useFirstFocus(isWanted: boolean): (control: HTMLElement | null) => void {
  const control = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isWanted) {
      return undefined;
    }
    const later = setTimeout(() => control.current?.focus());
    return () => clearTimeout(later);
  }, [isWanted]);
  return (element) => {
    control.current = element;
  };
}

/** Several lines need a larger field. While somebody types in it, it stays the field that it is, and keeps the focus. */
function useLongField(text: string, isFocused: boolean): boolean {
  const hasLines = /[\n\r]/.test(text);
  const [isLong, setLong] = useState(hasLines);
  if (!isFocused && isLong !== hasLines) {
    setLong(hasLines);
  }
  return isLong;
}

function boxClass(look: TypedFieldProps["look"], mono: boolean, tone: TypedFieldProps["tone"]): string {
  return [
    look === "cell" ? "field-box cell-box" : "field-box",
    mono ? "mono" : "",
    tone === undefined ? "" : `field-${tone}`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** What the file holds while the field holds something else. */
function keptText(value: string | null): string {
  if (value === null) {
    return "The key is not in the file until then.";
  }
  const short = value.length > 40 ? `${value.slice(0, 40)}…` : value;
  return value === "" ? "The file keeps it empty until then." : `The file keeps ${short} until then.`;
}

type Typing = {
  readonly type: (text: string) => void;
  readonly commit: () => Promise<boolean>;
  readonly takeBack: () => boolean;
};

/** What is typed goes to the store with every stroke, and to the file when the person leaves the field in whatever way. */
function useTyping(field: Field, value: string | null): Typing {
  const key = fieldKey(field);
  const type = useForm((state) => state.type);
  const enter = useForm((state) => state.enter);
  const takeBack = useForm((state) => state.takeBack);
  const isLeft = useForm((state) => state.typed[key] !== undefined);
  const pending = useRef<string | null>(null);
  const commit = async () => {
    const text = pending.current;
    pending.current = null;
    return text === null || text === (value ?? "") ? !isLeft : enter(field, text, value);
  };
  const latest = useRef(commit);
  useEffect(() => {
    latest.current = commit;
  });
  // A field that goes away under the focus (another tab, another screen) tells nobody that it lost it.
  useEffect(() => () => void latest.current(), []);
  return {
    type: (text) => {
      pending.current = text;
      type(field, text, value);
    },
    commit,
    takeBack: () => {
      const had = pending.current !== null || isLeft;
      pending.current = null;
      takeBack(field);
      return had;
    },
  };
}

function onKey(
  event: KeyboardEvent<HTMLElement>,
  typing: Typing,
  isLong: boolean,
  onReturn: (() => void) | undefined,
): void {
  if (event.key === "Enter" && !isLong && !event.metaKey && !event.ctrlKey) {
    event.preventDefault();
    void typing.commit().then((isStored) => {
      if (isStored) {
        onReturn?.();
      }
    });
  } else if (event.key === "Escape" && typing.takeBack()) {
    event.stopPropagation();
  }
}
