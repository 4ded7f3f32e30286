import { createStore, type StoreApi } from "zustand/vanilla";
import type {
  FixPreview,
  IdentityField,
  Latchkey,
  Problem,
  ProfileView,
  Result,
  TypedAs,
} from "../../preload/contract.ts";
import { writeKeyPath } from "../text/key-path.ts";
import { withFile } from "./files.ts";
import { movedPlace, type Place } from "./moved-items.ts";
import { notStored } from "./not-stored.ts";

export type { Place };

/** A field: its place, and what may be typed there; null leaves the type to the catalogue. */
export type Field = Place & {
  readonly type: TypedAs | null;
  readonly label: string;
  /** Any text fits: nobody has to be asked while it is typed. */
  readonly takesAnyText: boolean;
  /** Where it is a value that several places share: which one, and the domain that is meant; the place is one of them. */
  readonly shared?: SharedField;
};

/** A value that several domains keep, in all of them or in one; an empty text removes it. */
export type SharedField = { readonly id: IdentityField["id"]; readonly domain: string | null };

/** Where a secret goes: to a place of its own, or wherever a shared one stands. */
export type SecretPlace = Place | SharedField;

/** What is typed in a field and is not in the file. */
export type TypedText = {
  readonly field: Field;
  readonly text: string;
  /** What the file holds meanwhile, as text; null where it holds nothing. */
  readonly stored: string | null;
  /** What is wrong with it; null while it fits or nobody has looked. */
  readonly problem: Problem | null;
  /** Tells it from what is typed later, wherever its item of a list has moved meanwhile. */
  readonly turn: number;
};

export type FormState = {
  /** By {@link fieldKey}. They outlive the field: another tab, a search and back, and it is there as it was typed. */
  readonly typed: Readonly<Record<string, TypedText>>;
  /** Keeps what is typed and asks whether it fits. */
  readonly type: (field: Field, text: string, stored: string | null) => void;
  /** Forgets what is typed: the field shows the file again. */
  readonly takeBack: (field: Field) => void;
  /** Stores what is typed, where it fits. Says whether the file has it now. */
  readonly enter: (field: Field, text: string, stored: string | null) => Promise<boolean>;
  /** Stores a secret, of which nothing is kept here; null, or what is wrong with it. */
  readonly storeSecret: (at: SecretPlace, text: string) => Promise<Problem | null>;
  /** Says what went wrong where no field is left that could. */
  readonly say: (problem: Problem) => void;
  readonly add: (place: Place) => Promise<boolean>;
  /** Adds a key that the person names; null, or what is wrong with it. */
  readonly addByHand: (
    place: Place,
    type: TypedAs | "array" | "dict",
    text: string,
  ) => Promise<Problem | null>;
  readonly remove: (place: Place) => Promise<boolean>;
  readonly importLicense: (file: File, domain: string | null) => Promise<boolean>;
  readonly fixes: () => Promise<readonly FixPreview[]>;
  readonly applyFixes: (ids: readonly string[]) => Promise<boolean>;
  /** The profile has changed: what is typed goes with the items of lists that have moved. */
  readonly follow: (before: ProfileView, after: ProfileView) => void;
  /** The app behind the page is gone: every text that is typed says that the file does not have it. */
  readonly hostGone: () => void;
  /** Another document: nothing of what was typed belongs to it. */
  readonly clear: () => void;
};

export type FormStore = StoreApi<FormState>;

/** One name for a field: its place, or the shared value that it is of. */
export function fieldKey({ payload, path, shared }: Place & Pick<Field, "shared">): string {
  return shared === undefined
    ? `${payload.domain} ${payload.index ?? 0} ${writeKeyPath(path)}`
    : `shared ${shared.id} ${shared.domain ?? ""}`;
}

/**
 * Holds what is typed in the form and not stored, and makes the changes that the form asks for.
 *
 * @param report what went wrong with a change that is no field's
 */
export function createFormStore(host: Latchkey, report: (problem: Problem) => void): FormStore {
  let turn = 0;
  /** The item of a list that main was asked to remove. */
  let removing: Place | null = null;
  return createStore<FormState>()((set, get) => {
    const keep = (text: TypedText) =>
      set(({ typed }) => ({ typed: { ...typed, [fieldKey(text.field)]: text } }));
    const without = (field: Place & Pick<Field, "shared">) => {
      const { [fieldKey(field)]: gone, ...rest } = get().typed;
      if (gone !== undefined) {
        set({ typed: rest });
      }
    };
    const nextTurn = () => {
      turn += 1;
      return turn;
    };
    return {
      typed: {},
      type: (field, text, stored) => {
        const before = get().typed[fieldKey(field)];
        if (text === (stored ?? "")) {
          without(field);
          return;
        }
        const mine = nextTurn();
        keep({ field, text, stored, problem: before?.problem ?? null, turn: mine });
        if (field.takesAnyText) {
          return;
        }
        void host.call("form.check", asked(field, text)).then((answer) => {
          // What was typed since has been asked about by itself.
          const now = ofTurn(get(), mine);
          if (answer.ok && now !== undefined) {
            keep({ ...now, problem: answer.value });
          }
        });
      },
      takeBack: without,
      enter: async (field, text, stored) => {
        const before = get().typed[fieldKey(field)];
        const answer = await store(host, field, text);
        // What was typed since stays in the field; the answer is about what stood there before.
        const now = before === undefined ? get().typed[fieldKey(field)] : ofTurn(get(), before.turn);
        if ((now === undefined) !== (before === undefined)) {
          return answer.ok;
        }
        const at = now?.field ?? field;
        if (answer.ok) {
          without(at);
        } else {
          const { problem } = answer;
          const said = problem.code === notStored.code ? notStored : problem;
          keep({ field: at, text, stored, problem: said, turn: before?.turn ?? nextTurn() });
        }
        return answer.ok;
      },
      say: report,
      ...changes(host, report),
      remove: async (place) => {
        const isItem = typeof place.path.at(-1) === "number";
        if (isItem) {
          removing = place;
        } else {
          without(place);
        }
        const answer = await host.call("form.remove", place);
        // The view without it was told before the answer.
        if (removing === place) {
          removing = null;
        }
        return answered(answer, report);
      },
      follow: (before, after) => {
        const all = Object.values(get().typed);
        const next = all.flatMap((text) => {
          const place = movedPlace(text.field, before, after, removing);
          return place === null ? [] : [{ ...text, field: { ...text.field, path: place.path } }];
        });
        if (all.length > 0) {
          set({ typed: Object.fromEntries(next.map((text) => [fieldKey(text.field), text])) });
        }
      },
      hostGone: () =>
        set(({ typed }) => ({
          typed: Object.fromEntries(
            Object.entries(typed).map(([key, text]) => [key, { ...text, problem: notStored }]),
          ),
        })),
      clear: () => set({ typed: {} }),
    };
  });
}

/** What was typed in that turn, if it still is what a field holds. */
function ofTurn({ typed }: FormState, turn: number): TypedText | undefined {
  return Object.values(typed).find((text) => text.turn === turn);
}

/** The changes that are no field's. */
function changes(
  host: Latchkey,
  report: (problem: Problem) => void,
): Pick<FormState, "storeSecret" | "add" | "addByHand" | "importLicense" | "fixes" | "applyFixes"> {
  return {
    storeSecret: async (at, text) => {
      const answer = await ("id" in at
        ? host.call("profile.editField", { field: at.id, value: text, domain: at.domain })
        : host.call("form.enter", { payload: at.payload, path: at.path, type: null, text }));
      return answer.ok ? null : answer.problem;
    },
    add: async (place) => answered(await host.call("form.add", place), report),
    addByHand: async (place, type, text) => {
      const answer = await host.call("form.addByHand", { ...place, type, text });
      return answer.ok ? null : answer.problem;
    },
    importLicense: async (file, domain) =>
      answered(
        await withFile(host, file, (handle) => host.call("form.importLicense", { file: handle, domain })),
        report,
      ),
    fixes: async () => {
      const answer = await host.call("form.fixes", {});
      answered(answer, report);
      return answer.ok ? answer.value : [];
    },
    applyFixes: async (fixes) => answered(await host.call("form.applyFixes", { fixes }), report),
  };
}

function answered(answer: Result<unknown>, report: (problem: Problem) => void): boolean {
  if (!answer.ok) {
    report(answer.problem);
  }
  return answer.ok;
}

function asked({ payload, path, type }: Field, text: string) {
  return { payload, path, type, text };
}

function store(host: Latchkey, field: Field, text: string): Promise<Result<null>> {
  const { shared } = field;
  return shared === undefined
    ? host.call("form.enter", asked(field, text))
    : host.call("profile.editField", { field: shared.id, value: text, domain: shared.domain });
}
