import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button, Input, Tag, TagGroup, TagList, TextField } from "react-aria-components";
import { useConnection } from "../stores/context.ts";
import { cutMiddle } from "../text/cut-middle.ts";
import { Icon } from "./icon.tsx";
import { useDraft } from "./use-draft.ts";

type TokenFieldProps = {
  readonly label: string;
  readonly values: readonly string[];
  /** Resolves when `values` say what came of it. */
  readonly onChange: (values: readonly string[]) => Promise<unknown>;
  readonly addLabel: string;
  /** What holds while there is no word; shown in the empty field. */
  readonly fallback?: string | null;
  readonly tone?: "warning" | "error";
  /** False for values that may hold blanks and commas, names of roles for example: Return alone ends them. */
  readonly areWords?: boolean;
};

/** A list of words, scopes or codes for example, so that nobody types a separator. */
export function TokenField({
  label,
  values: stored,
  onChange,
  addLabel,
  fallback = null,
  tone,
  areWords = true,
}: TokenFieldProps): ReactNode {
  const [draft, setDraft] = useDraft("");
  const isSilent = useConnection((state) => state.isSilent);
  const asked = useAsked(stored, onChange);
  const values = isSilent ? stored : asked.values;
  const { change } = asked;
  const add = () => {
    const typed = areWords ? draft.split(/[\s,+]+/) : [draft];
    const words = [...new Set(typed)].filter((word) => word.trim() !== "");
    setDraft("");
    change((now) => [...now, ...words.filter((word) => !now.includes(word))]);
  };
  const latest = useRef(add);
  useEffect(() => {
    latest.current = add;
  });
  // A field that goes away under the focus tells nobody that it lost it: a word that was not ended is kept.
  useEffect(() => () => latest.current(), []);
  return (
    <div className={`field-box tokens-box ${tone === undefined ? "" : `field-${tone}`}`}>
      {values.length > 0 && (
        <TagGroup
          aria-label={label}
          {...(isSilent
            ? {}
            : {
                onRemove: (keys: ReadonlySet<string | number>) =>
                  change((now) => now.filter((_, index) => !keys.has(String(index)))),
              })}
        >
          <TagList className="tokens" items={values.map((text, index) => ({ id: String(index), text }))}>
            {(item) => (
              <Tag className="token" textValue={item.text === "" ? "empty" : item.text}>
                <span title={item.text}>{item.text === "" ? "empty" : cutMiddle(item.text, 34)}</span>
                <Button slot="remove" className="token-remove">
                  <Icon name="remove" />
                </Button>
              </Tag>
            )}
          </TagList>
        </TagGroup>
      )}
      <TextField
        aria-label={`${addLabel} to ${label}`}
        className="grow row"
        value={draft}
        onChange={setDraft}
        onBlur={add}
        {...(isSilent ? { isReadOnly: true } : {})}
        onKeyDown={(event) => {
          if (isSilent) return;
          const isEnd = event.key === "Enter" || (areWords && (event.key === "," || event.key === " "));
          if (isEnd) {
            event.preventDefault();
            add();
          }
          if (event.key === "Backspace" && draft === "" && values.length > 0) {
            change((now) => now.slice(0, -1));
          }
        }}
      >
        <Input
          placeholder={values.length === 0 && fallback !== null ? `${fallback} by default` : addLabel}
          spellCheck="false"
          autoComplete="off"
        />
      </TextField>
    </div>
  );
}

type Asked = {
  readonly values: readonly string[];
  readonly change: (next: (now: readonly string[]) => readonly string[]) => void;
};

/** The list as it was asked for last, until what came of it is here: the next change builds on it and not on an older list. */
function useAsked(stored: readonly string[], onChange: TokenFieldProps["onChange"]): Asked {
  const newest = useRef<readonly string[] | null>(null);
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  return {
    values: asked ?? stored,
    change: (next) => {
      const now = newest.current ?? stored;
      const wanted = next(now);
      if (wanted.length === now.length) {
        return;
      }
      newest.current = wanted;
      setAsked(wanted);
      void onChange(wanted).finally(() => {
        if (newest.current === wanted) {
          newest.current = null;
          setAsked(null);
        }
      });
    },
  };
}
