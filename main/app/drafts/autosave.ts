import type { Problem } from "../../core/problem.ts";
import type { DraftSource } from "./draft-file.ts";
import type { DraftStore } from "./draft-store.ts";

/** Keeps the newest state of documents on disk, behind the changes. */
export type Autosave = {
  /** The document has changed; its draft is written when the change has been answered. */
  readonly keep: (draft: DraftSource) => void;
  /** The changes are saved or thrown away on purpose. */
  readonly drop: (id: string) => void;
  /** Resolves when everything asked for before is on disk, or could not be put there. */
  readonly settled: () => Promise<void>;
  /** Why the newest state of a document is not on disk, or a draft not gone; null where all is as it was asked for. */
  readonly problem: () => Problem | null;
};

/**
 * One write after the other, each of the newest state: changes that come while a draft is being written share the next write.
 *
 * @param onProblem called when the newest state cannot be kept any more, and when it can again
 */
export function createAutosave(
  store: Pick<DraftStore, "write" | "forget">,
  onProblem: (problem: Problem | null) => void,
): Autosave {
  /** What is to become of each draft, null for one that goes. */
  const wanted = new Map<string, DraftSource | null>();
  let working: Promise<void> | null = null;
  /** What could not be done, by draft, the latest last. */
  const problems = new Map<string, Problem>();
  const latest = () => [...problems.values()].at(-1) ?? null;
  const note = (id: string, problem: Problem | null) => {
    const before = latest();
    problems.delete(id);
    if (problem !== null) problems.set(id, problem);
    const now = latest();
    if (now?.detail !== before?.detail) onProblem(now);
  };
  const work = async () => {
    // The change is answered first: writing a large profile down takes a moment.
    await new Promise((resolve) => setImmediate(resolve));
    for (let [next] = wanted; next !== undefined; [next] = wanted) {
      const [id, draft] = next;
      wanted.delete(id);
      note(id, await (draft === null ? store.forget(id) : store.write(draft)).catch(() => fault));
    }
    working = null;
  };
  const want = (id: string, draft: DraftSource | null) => {
    wanted.set(id, draft);
    working ??= work();
  };
  return {
    keep: (draft) => want(draft.id, draft),
    drop: (id) => want(id, null),
    settled: async () => {
      while (working !== null) await working;
    },
    problem: latest,
  };
}

const fault: Problem = {
  code: "draft-not-kept",
  title: "Your changes are not kept on disk.",
  detail: "Latchkey met something it was not built for when it wrote the draft.",
  fix: "Save the profile now: the changes are in memory only.",
};
