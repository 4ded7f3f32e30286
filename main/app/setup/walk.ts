import type { SetUpExchange, SetUpWalk, WalkedStep } from "../../../preload/contract.ts";
import { fail, type Result, succeed } from "../../core/problem.ts";
import {
  differs,
  type GraphObject,
  type GraphRequest,
  otherPoliciesState,
  type SavedValues,
  type SetupPlan,
  type SetupStep,
  savedFrom,
  type UndoStep,
  withSaved,
} from "../../core/setup/index.ts";
import type { AdministratorAnswer } from "../../practice-tenant/index.ts";
import { answeredWith, cannotSave, foundTwice, gone, stoppedByPerson } from "./walk-problems.ts";

/** What a walk needs. It takes the practice tenant's own Graph and no address: nothing here can reach another tenant. */
export type WalkPorts = {
  readonly ask: (request: GraphRequest) => Promise<AdministratorAnswer>;
  readonly tell: (walk: SetUpWalk) => void;
  /** A moment between two steps, so that a person can see and stop them. */
  readonly pause: (signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
};

type Status = WalkedStep["status"];
type Walked = { readonly status: Status; readonly saved: SavedValues };

/** Carries the steps out in their order; what is done by hand waits for its press. */
export function walkSetUp(plan: SetupPlan, ports: WalkPorts): Promise<SetUpWalk> {
  return walk("set-up", plan.steps, [], ports, carryOut);
}

/** Goes the way back: removes what carries the mark of a set-up, and nothing else. */
export function walkUndo(plan: SetupPlan, ports: WalkPorts): Promise<SetUpWalk> {
  return walk("undo", plan.undo, plan.left, ports, remove);
}

type Send = (request: GraphRequest) => Promise<Result<AdministratorAnswer>>;

async function walk<S extends SetupStep | UndoStep>(
  kind: SetUpWalk["kind"],
  steps: readonly S[],
  left: readonly string[],
  { ask, tell, pause, signal }: WalkPorts,
  take: (step: S, saved: SavedValues, send: Send) => Promise<Result<Walked>>,
): Promise<SetUpWalk> {
  let state: SetUpWalk = {
    kind,
    isRunning: true,
    steps: steps.map(({ id, title }) => ({ id, title, status: "waiting", exchanges: [] })),
    problem: null,
    left: [],
  };
  const set = (change: Partial<SetUpWalk>) => {
    state = { ...state, ...change };
    tell(state);
  };
  const mark = (id: string, change: (step: WalkedStep) => Partial<WalkedStep>) =>
    set({ steps: state.steps.map((step) => (step.id === id ? { ...step, ...change(step) } : step)) });
  let saved: SavedValues = {};
  for (const step of steps) {
    mark(step.id, () => ({ status: "running" }));
    await pause(signal);
    const send: Send = async (request) => {
      if (signal.aborted) return fail(stoppedByPerson);
      const answer = await ask(request);
      mark(step.id, ({ exchanges }) => ({ exchanges: [...exchanges, exchange(request, answer)] }));
      return isFine(answer.status) ? succeed(answer) : fail(answeredWith(request, answer, step.role));
    };
    const taken = await take(step, saved, send);
    if (!taken.ok) {
      mark(step.id, () => ({ status: "stopped" }));
      set({ isRunning: false, problem: taken.problem });
      return state;
    }
    saved = { ...saved, ...taken.value.saved };
    mark(step.id, () => ({ status: taken.value.status }));
  }
  set({ isRunning: false, left });
  return state;
}

async function carryOut(step: SetupStep, saved: SavedValues, send: Send): Promise<Result<Walked>> {
  const looked = await send(withSaved(step.lookUp, saved));
  if (!looked.ok) return looked;
  const objects = objectsIn(looked.value.body);
  if (step.byHand !== null) return succeed(byHand(step, objects, saved));
  if (objects.length > 1) return fail(foundTwice(step.title, objects.length));
  const [found] = objects;
  if (found === undefined) {
    if (step.create === null) return fail(gone(step.title));
    const made = await send(withSaved(step.create, saved));
    return made.ok ? keeping(step, "made", objectsIn(made.value.body)[0]) : made;
  }
  const own = { ...saved, ...savedFrom(step.saves, found) };
  const update = step.update === null ? null : withSaved(step.update, own);
  if (update === null || !differs(found, update.body ?? {})) return keeping(step, "found", found);
  const changed = await send(update);
  return changed.ok ? keeping(step, "changed", found) : changed;
}

const leftOut = { "not-needed": "not-needed", done: "found", "to-do": "by-hand" } as const;

function byHand(step: SetupStep, objects: readonly GraphObject[], saved: SavedValues): Walked {
  // Without a press it is about policies that are there already: the walk says of them what the list of steps says.
  if (step.press === null) {
    return { status: leftOut[otherPoliciesState(objects, saved).state], saved: {} };
  }
  const [found] = objects;
  const own = found === undefined ? null : savedFrom(step.saves, found);
  const wanted = withSaved(step.press, { ...saved, ...own }).body;
  const isDone = found !== undefined && wanted !== undefined && !differs(found, wanted);
  return { status: isDone ? "found" : "by-hand", saved: own ?? {} };
}

function keeping(step: SetupStep, status: Status, object: GraphObject | undefined): Result<Walked> {
  const saved = savedFrom(step.saves, object ?? {});
  return saved === null ? fail(cannotSave(step.title)) : succeed({ status, saved });
}

/** All that carries the mark under this name was made by a set-up, so all of it goes. */
async function remove(step: UndoStep, _saved: SavedValues, send: Send): Promise<Result<Walked>> {
  const looked = await send(step.lookUp);
  if (!looked.ok) return looked;
  const objects = objectsIn(looked.value.body);
  for (const object of objects) {
    const saved = savedFrom(step.saves, object);
    if (saved === null) return fail(cannotSave(step.title));
    const removed = await send(withSaved(step.remove, saved));
    if (!removed.ok) return removed;
  }
  return succeed({ status: objects.length === 0 ? "found" : "removed", saved: {} });
}

/** The objects of a list, or the one object that was answered. */
export function objectsIn(body: unknown): readonly GraphObject[] {
  if (!isObject(body)) return [];
  const { value } = body;
  return Array.isArray(value) ? value.filter(isObject) : [body];
}

/** What a look-up found is counted, and of what was made only the ids matter; a refusal is shown as it came. */
function exchange(request: GraphRequest, { status, body }: AdministratorAnswer): SetUpExchange {
  if (isFine(status) && request.method === "GET")
    return { request, status, found: objectsIn(body).length, answer: "" };
  const shown = isFine(status) ? idsOf(body) : body;
  const text = shown === null ? "" : JSON.stringify(shown, null, 2);
  const answer = text.length > 4000 ? `${text.slice(0, 4000)}\n…` : text;
  return { request, status, found: null, answer };
}

function idsOf(body: unknown): GraphObject | null {
  if (!isObject(body)) return null;
  const ids = Object.entries(body).filter(([name]) => name === "id" || name === "appId");
  return ids.length === 0 ? null : Object.fromEntries(ids);
}

function isFine(status: number): boolean {
  return status >= 200 && status < 300;
}

function isObject(value: unknown): value is GraphObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
