import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ProfileView } from "../../../preload/contract.ts";
import { useConnection, useDocument, useSource } from "../../stores/context.ts";
import type { CodeEditor, LineFinding } from "./code-editor.ts";
import type { MarkedLines } from "./editor-marks.ts";

type SourceEditorProps = {
  readonly view: ProfileView;
  readonly marked: MarkedLines | null;
  /** What the form shows beside it, and the line where that begins: the source is scrolled there when it changes. */
  readonly section: { readonly name: string; readonly line: number | null };
  /** What is said about keys of the text as main knows it. */
  readonly findings: readonly LineFinding[];
  /** Raised when somebody wants to see what is wrong. */
  readonly sought: number;
  /** Stands there until the editor is loaded. */
  readonly children: ReactNode;
};

/** The source of the open profile, to type in. The editor is loaded when it is first wanted. */
export function SourceEditor({
  view,
  marked,
  section,
  findings,
  sought,
  children,
}: SourceEditorProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<CodeEditor | null>(null);
  const { typed, status, problem, notices, type, leave } = useSource((state) => state);
  const isGone = useConnection((state) => state.isGone);
  const undo = useDocument((state) => state.undo);
  const redo = useDocument((state) => state.redo);
  const text = typed ?? view.source;
  const first = useRef(text);
  first.current = text;
  useEffect(() => {
    let isWanted = true;
    let made: CodeEditor | null = null;
    void import("./code-editor.ts").then(({ createCodeEditor }) => {
      const host = place.current;
      // A page that is being left has no window any more, and the editor's styles need one.
      if (!isWanted || host === null || host.ownerDocument.defaultView === null) {
        return;
      }
      const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
      made = createCodeEditor({
        root,
        text: first.current,
        onType: type,
        onLeave: () => void leave(),
        onUndo: () => void undo(),
        onRedo: () => void redo(),
      });
      setEditor(made);
    });
    return () => {
      isWanted = false;
      made?.destroy();
      setEditor(null);
      void leave();
    };
  }, [type, leave, undo, redo]);
  useEffect(() => {
    if (isGone) editor?.close();
  }, [editor, isGone]);
  useEffect(() => editor?.show(text), [editor, text]);
  useEffect(() => {
    if (status === "same" || status === "taken") {
      editor?.forgetHistory();
    }
  }, [editor, status]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: lines that move are no reason to scroll
  useEffect(() => {
    if (section.line !== null) editor?.reveal(section.line);
  }, [editor, section.name]);
  useEffect(() => editor?.mark(typed === null ? marked : null), [editor, marked, typed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed text moves the places
  useEffect(() => {
    editor?.setProblems(problem === null ? [] : [problem], notices, typed === null ? findings : []);
  }, [editor, problem, notices, findings, text]);
  const seen = useRef(0);
  useEffect(() => {
    if (editor !== null && problem !== null && seen.current !== sought) {
      seen.current = sought;
      editor.goTo(problem.at ?? { line: 1, column: 1 });
    }
  }, [editor, sought, problem]);
  return (
    <>
      <div ref={place} className="source-editor" hidden={editor === null} />
      {editor === null && children}
    </>
  );
}
