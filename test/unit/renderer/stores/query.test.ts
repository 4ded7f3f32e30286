import { expect, it } from "vitest";
import { createQuery } from "../../../../renderer/stores/query.ts";

/** A main that answers when the test says so. */
function slowMain() {
  const waiting: ((answer: string) => void)[] = [];
  const kept: [answer: string, question: string][] = [];
  const query = createQuery(
    () => new Promise<string>((resolve) => waiting.push(resolve)),
    (answer, question: string) => kept.push([answer, question]),
  );
  return { waiting, kept, query };
}

it("keeps the answer to the newest question, whichever comes first", async () => {
  const { waiting, kept, query } = slowMain();
  const both = [query.ask("old"), query.ask("new")];
  waiting[1]?.("newer");
  waiting[0]?.("older");
  await Promise.all(both);
  expect(kept).toEqual([["newer", "new"]]);
});

it("keeps each answer that nothing overtook", async () => {
  const { waiting, kept, query } = slowMain();
  for (const question of ["a", "b"]) {
    const asked = query.ask(question);
    waiting.at(-1)?.(question.toUpperCase());
    await asked;
  }
  expect(kept).toEqual([
    ["A", "a"],
    ["B", "b"],
  ]);
});

it("keeps nothing that was dropped", async () => {
  const { waiting, kept, query } = slowMain();
  const asked = query.ask("a");
  query.drop();
  waiting[0]?.("A");
  await asked;
  expect(kept).toEqual([]);
});
