import type { FirstNumber } from "../../../preload/contract.ts";

/** The sums of the applications that are looked at; of all where none of the rows has one of them, as the screen does then. */
export function firstAnswerOf(
  numbers: readonly FirstNumber[],
  appIds: readonly string[],
): Omit<FirstNumber, "appId"> {
  const wanted = numbers.filter(({ appId }) => appId !== null && appIds.includes(appId));
  const sums = { rows: 0, realFailures: 0, correct: 0 };
  for (const { rows, realFailures, correct } of wanted.length > 0 ? wanted : numbers) {
    sums.rows += rows;
    sums.realFailures += realFailures;
    sums.correct += correct;
  }
  return sums;
}
