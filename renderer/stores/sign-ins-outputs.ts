import type { Latchkey, Problem, ProfileApp, Result, SignInsFile } from "../../preload/contract.ts";
import { type Deliver, deliverMade } from "./files.ts";
import { filterOf, type SignInsChoice, selectionOf } from "./sign-ins-query.ts";

type Said = {
  readonly written: SignInsFile | null;
  readonly problem: Problem | null;
  readonly kql: string | null;
};
type Outputs = {
  readonly saveRows: () => Promise<void>;
  readonly saveReport: () => Promise<void>;
  readonly showKql: () => Promise<void>;
};

/** What comes out of the log: rows, a report, a query. */
export function createOutputs(
  host: Latchkey,
  deliver: Deliver,
  set: (said: Partial<Said>) => void,
  get: () => { readonly choice: SignInsChoice; readonly profileApps: readonly ProfileApp[] },
): Outputs {
  const filter = () => filterOf(get().choice, get().profileApps);
  return {
    saveRows: async () => {
      const made = await host.call("signIns.export", selectionOf(get().choice, get().profileApps));
      set(await written(host, deliver, made));
    },
    saveReport: async () =>
      set(await written(host, deliver, await host.call("signIns.exportReport", filter()))),
    showKql: async () => {
      const answer = await host.call("signIns.kql", { appIds: filter().appIds });
      set(answer.ok ? { kql: answer.value.kql } : { problem: answer.problem });
    },
  };
}

/** Hands a file on that was made; nothing changes where the person did not want it. */
async function written(
  host: Latchkey,
  deliver: Deliver,
  made: Result<SignInsFile | null>,
): Promise<Partial<Pick<Said, "written" | "problem">>> {
  if (!made.ok) return { problem: made.problem };
  if (made.value === null) return {};
  const problem = await deliverMade(host, made.value, deliver);
  return problem === null ? { written: made.value, problem: null } : { problem };
}
