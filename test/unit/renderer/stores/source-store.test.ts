import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Latchkey, Problem, ProfileView, Result, SourceTaken } from "../../../../preload/contract.ts";
import { createDocumentStore } from "../../../../renderer/stores/document-store.ts";
import { createSourceStore } from "../../../../renderer/stores/source-store.ts";

const view = (source: string) =>
  ({ id: "d1", source, canUndo: true, canRedo: false, sourceMap: { version: `v:${source}` } }) as ProfileView;
const problem: Problem = { code: "x", title: "t", detail: "d", fix: "f", at: { line: 1, column: 1 } };

/** A host that takes what `write` turns into a source, and refuses what it turns into null. */
function bench(write: (text: string) => string | null) {
  const sent: string[] = [];
  const told: { view: ProfileView | null } = { view: null };
  const host = {
    call: async (_name: string, input: { text: string; version: string }): Promise<Result<SourceTaken>> => {
      sent.push(input.text);
      const source = write(input.text);
      if (source === null) return { ok: false, problem };
      told.view = view(source);
      documents.getState().receive(told.view);
      return { ok: true, value: { notices: [], version: `v:${source}` } };
    },
  } as unknown as Latchkey;
  const documents = createDocumentStore(host);
  documents.getState().receive(view("1\n2\n3\n"));
  const store = createSourceStore(host, documents);
  return {
    store,
    sent,
    documents,
    elsewhere: (source: string) => documents.getState().receive(view(source)),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a source that is being typed", () => {
  it("goes to main after a pause, once, and is shown as main writes it when nobody is in it", async () => {
    const { store, sent } = bench((text) => text.replaceAll(" ", ""));
    store.getState().type("1\n2 \n3\n");
    store.getState().type("1\n2 2\n3\n");
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["1\n2 2\n3\n"]);
    expect(store.getState()).toMatchObject({ typed: "1\n2 2\n3\n", status: "taken" });
    await store.getState().leave();
    expect(store.getState()).toMatchObject({ typed: null, status: "same" });
    expect(sent).toHaveLength(1);
  });

  it("keeps what main refuses, follows what changes elsewhere, and is not sent again for nothing", async () => {
    const { store, sent, elsewhere } = bench((text) => (text.includes("<") ? null : text));
    store.getState().type("1\n2\n3 <\n");
    await vi.runAllTimersAsync();
    expect(store.getState()).toMatchObject({ status: "wrong", problem });
    await store.getState().leave();
    expect(sent).toHaveLength(1);
    elsewhere("one\n2\n3\n");
    expect(store.getState().typed).toBe("one\n2\n3 <\n");
    await vi.runAllTimersAsync();
    expect(store.getState()).toMatchObject({ typed: "one\n2\n3 <\n", status: "wrong" });
    store.getState().type("one\n2\n3\n");
    expect(store.getState()).toMatchObject({ typed: null, status: "same", problem: null });
  });

  it("goes with its profile: another one that is opened is not mixed with it", async () => {
    const { store, documents } = bench(() => null);
    store.getState().type("1\n2\n3 <\n");
    await vi.runAllTimersAsync();
    documents.getState().receive({ ...view("1\nother\n3\n"), id: "d2" });
    expect(store.getState()).toMatchObject({ typed: null, status: "same", problem: null });
  });

  it("is not mixed with another profile that comes while main is asked", async () => {
    const { store, documents } = bench(() => null);
    store.getState().type("1\n2\n3 <\n");
    const left = store.getState().leave();
    documents.getState().receive({ ...view("1\nother\n3\n"), id: "d2" });
    await left;
    await vi.runAllTimersAsync();
    expect(store.getState()).toMatchObject({ typed: null, status: "same", problem: null });
  });

  it("stays where its profile changes back to how it was opened", async () => {
    const { store, documents } = bench(() => null);
    store.getState().type("1\n2\n3 <\n");
    await vi.runAllTimersAsync();
    documents.getState().receive({ ...view("one\n2\n3\n"), canUndo: false });
    expect(store.getState().typed).toBe("one\n2\n3 <\n");
  });

  it("is thrown away where a person says so", async () => {
    const { store } = bench(() => null);
    store.getState().type("1\n2\n3 <\n");
    await vi.runAllTimersAsync();
    store.getState().discard();
    expect(store.getState()).toMatchObject({ typed: null, problem: null });
  });
});

/** A host whose answers wait until the test gives them. */
function slowBench() {
  const asked: { readonly text: string; readonly version: string; readonly answer: () => void }[] = [];
  const host = {
    call: (_name: string, { text, version }: { text: string; version: string }) =>
      new Promise((resolve) => {
        const answer = () => {
          if (version !== documents.getState().view?.sourceMap.version) {
            resolve({ ok: false, problem: { ...problem, code: "source-outdated" } });
            return;
          }
          documents.getState().receive(view(text));
          resolve({ ok: true, value: { notices: [], version: `v:${text}` } });
        };
        asked.push({ text, version, answer });
      }),
  } as unknown as Latchkey;
  const documents = createDocumentStore(host, async () => true);
  documents.getState().receive(view("1\n2\n"));
  return { store: createSourceStore(host, documents), asked, documents };
}

describe("a source that is typed in while main has the text before", () => {
  it("goes back to what it was, where that is typed meanwhile", async () => {
    const { store, asked, documents } = slowBench();
    store.getState().type("1\nx\n");
    await vi.runAllTimersAsync();
    store.getState().type("1\n2\n");
    asked[0]?.answer();
    await vi.runAllTimersAsync();
    expect(asked.map(({ text }) => text)).toEqual(["1\nx\n", "1\n2\n"]);
    asked[1]?.answer();
    await vi.runAllTimersAsync();
    expect(documents.getState().view?.source).toBe("1\n2\n");
    expect(store.getState()).toMatchObject({ typed: null, problem: null });
  });

  it("is sent once more and not twice, by whoever waits for it", async () => {
    const { store, asked, documents } = slowBench();
    store.getState().type("1\nx\n");
    await vi.runAllTimersAsync();
    store.getState().type("1\ny\n");
    const left = [store.getState().leave(), store.getState().leave()];
    asked[0]?.answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(2);
    asked[1]?.answer();
    await Promise.all(left);
    await vi.runAllTimersAsync();
    expect(asked).toHaveLength(2);
    expect(documents.getState().view?.source).toBe("1\ny\n");
    expect(store.getState()).toMatchObject({ typed: null, problem: null });
  });
});

it("a text that is typed over a source which cannot be edited any more says so and stays", async () => {
  const { store, documents } = bench((text) => text);
  const tooLarge = { ...problem, code: "source-too-large" };
  store.getState().type("1\n2 2\n3\n");
  documents.getState().receive({
    ...view("1\n2\n3\n"),
    sourceMap: { version: null, problem: tooLarge },
  } as unknown as ProfileView);
  await vi.runAllTimersAsync();
  expect(store.getState()).toMatchObject({ typed: "1\n2 2\n3\n", status: "wrong", problem: tooLarge });
});
