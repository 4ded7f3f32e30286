import { createStore, type StoreApi } from "zustand/vanilla";
import type {
  FixPreview,
  KeyPath,
  Latchkey,
  PayloadAddress,
  Problem,
  Result,
  TypedAs,
} from "../../preload/contract.ts";
import { writeKeyPath } from "../text/key-path.ts";
import { withFile } from "./files.ts";

/** Where a value stands or would stand. */
export type Place = { readonly payload: PayloadAddress; readonly path: KeyPath };

/** A field: its place, and what may be typed there; null leaves the type to the catalogue. */
export type Field = Place & {
  readonly type: TypedAs | null;
  readonly label: string;
  /** Any text fits: nobody has to be asked while it is typed. */
  readonly takesAnyText: boolean;
};

/** What is typed in a field and is not in the file. */
export type TypedText = {
  readonly field: Field;
  readonly text: string;
  /** What the file holds meanwhile, as text; null where it holds nothing. */
  readonly stored: string | null;
  /** What is wrong with it; null while it fits or nobody has looked. */
  readonly problem: Problem | null;
};

export type FormState = {
  /** By {@link placeKey}. They outlive the field: another tab, a search and back, and it is there as it was typed. */
  readonly typed: Readonly<Record<string, TypedText>>;
  /** Keeps what is typed and asks whether it fits. */
  readonly type: (field: Field, text: string, stored: string | null) => void;
  /** Forgets what is typed: the field shows the file again. */
  readonly takeBack: (place: Place) => void;
  /** Stores what is typed, where it fits. Says whether the file has it now. */
  readonly enter: (field: Field, text: string, stored: string | null) => Promise<boolean>;
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
  /** Another document: nothing of what was typed belongs to it. */
  readonly clear: () => void;
};

export type FormStore = StoreApi<FormState>;

/** One name for a place. */
export function placeKey({ payload, path }: Place): string {
  return `${payload.domain} ${payload.index ?? 0} ${writeKeyPath(path)}`;
}

/**
 * Holds what is typed in the form and not stored, and makes the changes that the form asks for.
 *
 * @param report what went wrong with a change that is no field's
 */
export function createFormStore(host: Latchkey, report: (problem: Problem) => void): FormStore {
  return createStore<FormState>()((set, get) => {
    const keep = (text: TypedText) =>
      set(({ typed }) => ({ typed: { ...typed, [placeKey(text.field)]: text } }));
    const without = (place: Place) => {
      const { [placeKey(place)]: gone, ...rest } = get().typed;
      if (gone !== undefined) {
        set({ typed: rest });
      }
    };
    const answered = (answer: Result<null>): boolean => {
      if (!answer.ok) {
        report(answer.problem);
      }
      return answer.ok;
    };
    const asked = ({ payload, path, type }: Field, text: string) => ({ payload, path, type, text });
    return {
      typed: {},
      type: (field, text, stored) => {
        const before = get().typed[placeKey(field)];
        if (text === stored) {
          without(field);
          return;
        }
        keep({ field, text, stored, problem: before?.problem ?? null });
        if (field.takesAnyText) {
          return;
        }
        void host.call("form.check", asked(field, text)).then((answer) => {
          const now = get().typed[placeKey(field)];
          // What was typed since has been asked about by itself.
          if (answer.ok && now !== undefined && now.text === text) {
            keep({ ...now, problem: answer.value });
          }
        });
      },
      takeBack: without,
      enter: async (field, text, stored) => {
        const before = get().typed[placeKey(field)];
        const answer = await host.call("form.enter", asked(field, text));
        const now = get().typed[placeKey(field)];
        if (now?.text !== before?.text) {
          // What was typed since stays in the field; the answer is about what stood there before.
          return answer.ok;
        }
        if (answer.ok) {
          without(field);
        } else {
          keep({ field, text, stored, problem: answer.problem });
        }
        return answer.ok;
      },
      add: async (place) => answered(await host.call("form.add", place)),
      addByHand: async (place, type, text) => {
        const answer = await host.call("form.addByHand", { ...place, type, text });
        return answer.ok ? null : answer.problem;
      },
      remove: async (place) => {
        without(place);
        return answered(await host.call("form.remove", place));
      },
      importLicense: async (file, domain) =>
        answered(
          await withFile(host, file, (handle) => host.call("form.importLicense", { file: handle, domain })),
        ),
      fixes: async () => {
        const answer = await host.call("form.fixes", {});
        if (!answer.ok) {
          report(answer.problem);
        }
        return answer.ok ? answer.value : [];
      },
      applyFixes: async (fixes) => answered(await host.call("form.applyFixes", { fixes })),
      clear: () => set({ typed: {} }),
    };
  });
}
