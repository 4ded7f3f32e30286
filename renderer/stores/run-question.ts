import type {
  Credential,
  EventPayload,
  Finding,
  RunKind,
  TestQuestion,
  Via,
} from "../../preload/contract.ts";

/** What the person asked for. */
export type Wanted = { readonly kind: RunKind; readonly via?: Via };

/** What the person has said yes to on the way to one run. */
export type Confirmed = { readonly allowHost?: string; readonly acceptedWrong?: number };

/** A run that has not begun: what was asked for, and what was confirmed so far. */
type Waiting = { readonly wanted: Wanted; readonly confirmed: Confirmed };

export type HostQuestion = {
  readonly about: "host";
  readonly host: string;
  readonly carries: Credential;
  /** The run that waits for the answer; what was asked for, where none has begun. */
  readonly asker: { readonly runId: string } | Waiting;
};

/** Asked before anything leaves: a host the app does not know, or one more password after wrong ones in a row. */
export type RunQuestion =
  | HostQuestion
  | {
      readonly about: "lock-out";
      readonly username: string;
      readonly wrong: number;
      readonly warning: Finding;
      readonly asker: Waiting;
    };

/** The question that main has before a run, as this page asks it. */
export function questionBefore(question: TestQuestion, username: string, asker: Waiting): RunQuestion {
  return question.about === "host" ? { ...question, asker } : { ...question, username, asker };
}

/** The question of a run that has come upon another host on its way. */
export function questionOfRun({ runId, host, carries }: EventPayload<"test.askHost">): RunQuestion {
  return { about: "host", host, carries, asker: { runId } };
}
