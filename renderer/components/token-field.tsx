import { type ReactNode, useState } from "react";
import { Button, Input, Tag, TagGroup, TagList, TextField } from "react-aria-components";
import { cutMiddle } from "../text/cut-middle.ts";
import { Icon } from "./icon.tsx";

type TokenFieldProps = {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
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
  values,
  onChange,
  addLabel,
  fallback = null,
  tone,
  areWords = true,
}: TokenFieldProps): ReactNode {
  const [draft, setDraft] = useState("");
  const add = () => {
    const typed = areWords ? draft.split(/[\s,+]+/) : [draft];
    const words = typed.filter((word) => word.trim() !== "" && !values.includes(word));
    setDraft("");
    if (words.length > 0) {
      onChange([...values, ...words]);
    }
  };
  return (
    <div className={`field-box tokens-box ${tone === undefined ? "" : `field-${tone}`}`}>
      {values.length > 0 && (
        <TagGroup
          aria-label={label}
          onRemove={(keys) => onChange(values.filter((_, index) => !keys.has(String(index))))}
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
        onKeyDown={(event) => {
          const isEnd = event.key === "Enter" || (areWords && (event.key === "," || event.key === " "));
          if (isEnd) {
            event.preventDefault();
            add();
          }
          if (event.key === "Backspace" && draft === "" && values.length > 0) {
            onChange(values.slice(0, -1));
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
