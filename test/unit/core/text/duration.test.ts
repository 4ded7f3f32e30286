import { expect, test } from "vitest";
import { durationText } from "../../../../main/core/text/duration.ts";
import { formatDuration } from "../../../../renderer/text/time.ts";

test.each([
  [0, "0 ms"],
  [999.4, "999 ms"],
  [1_000, "1.0 s"],
  [16_949, "16.9 s"],
  [59_960, "1:00 min"],
  [125_000, "2:05 min"],
])("%d ms is %s, in reports as on the page", (ms, text) => {
  expect(durationText(ms)).toBe(text);
  expect(formatDuration(ms)).toBe(text);
});
