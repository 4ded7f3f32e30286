import { memo, type ReactNode } from "react";
import { tokenizeScriptLine } from "../../text/script-tokens.ts";

type ScriptTextProps = {
  readonly text: string;
  /** A page for people: nothing in it is code. */
  readonly isPage?: boolean;
};

/** A script with its comments, texts and commands told apart. */
export const ScriptText = memo(function ScriptText({ text, isPage = false }: ScriptTextProps): ReactNode {
  if (isPage) return text;
  return text.split("\n").map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text never move
    <span key={index}>
      {tokenizeScriptLine(line).map((token, at) =>
        token.kind === "text" ? (
          token.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one line never move
          <span key={at} className={`x-${token.kind}`}>
            {token.text}
          </span>
        ),
      )}
      {"\n"}
    </span>
  ));
});
