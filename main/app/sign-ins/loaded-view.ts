import type { SignInsProgress, SignInsView } from "../../../preload/contract.ts";
import type { Problem } from "../../core/problem.ts";
import type { FileReading } from "../../core/sign-ins/index.ts";

/** What the page sees of the logs that are loaded, and what changes it; each change is told. */
export type LoadedView = {
  readonly current: () => SignInsView | null;
  readonly version: () => number;
  readonly begin: (file: string, index: number, count: number) => void;
  readonly goOn: (now: Partial<SignInsProgress>) => void;
  readonly readWhole: (file: FileReading) => void;
  readonly refuse: (problem: Problem) => void;
  /** Nothing is being read any more. */
  readonly rest: (isTold: boolean) => void;
  /** What was read is not there any more, for this reason. */
  readonly lose: (problem: Problem) => void;
  readonly forget: (isTold: boolean) => void;
};

/** @param tell gets null once all is forgotten */
export function createLoadedView(tell: (view: SignInsView | null) => void): LoadedView {
  let isKept = false;
  let files: readonly FileReading[] = [];
  let refused: readonly Problem[] = [];
  let version = 0;
  let reading: SignInsView["reading"] = null;

  const current = (): SignInsView | null =>
    isKept
      ? {
          files,
          refused,
          rows: files.reduce((sum, file) => sum + file.rows - file.duplicates, 0),
          version,
          reading,
        }
      : null;
  const change = (isTold = true) => {
    if (!isTold) return;
    version += 1;
    tell(current());
  };
  return {
    current,
    version: () => version,
    begin: (file, index, count) => {
      isKept = true;
      reading = { file, index, count, share: 0, first: null };
      change();
    },
    goOn: (now) => {
      if (reading !== null) reading = { ...reading, ...now };
      tell(current());
    },
    readWhole: (file) => {
      files = [...files, file];
    },
    refuse: (problem) => {
      refused = [...refused, problem];
    },
    rest: (isTold) => {
      isKept ||= isTold;
      reading = null;
      change(isTold);
    },
    lose: (problem) => {
      files = [];
      refused = [problem];
      reading = null;
      change();
    },
    forget: (isTold) => {
      isKept = false;
      files = [];
      refused = [];
      reading = null;
      change(isTold);
    },
  };
}
