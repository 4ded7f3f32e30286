/** When the page of the browser host says that the app does not answer. The clock is the test's own. */
import { expect, it } from "vitest";
import { beatMs, createHeartbeat } from "../../../preload/browser/heartbeat.ts";

/** A page that beats when it is told to, before an app that answers or not. */
function page() {
  let now = 0;
  let answers = true;
  const told: boolean[] = [];
  const heartbeat = createHeartbeat(
    () => now,
    () => answers && heartbeat.heard(),
    (isSilent) => told.push(isSilent),
  );
  return {
    told,
    heartbeat,
    hang: () => {
      answers = false;
    },
    goOn: () => {
      answers = true;
    },
    beat: (times: number, everyMs = beatMs) => {
      for (let count = 0; count < times; count += 1) {
        now += everyMs;
        heartbeat.beat();
      }
    },
  };
}

it("says nothing while the app answers", () => {
  const { beat, told } = page();
  beat(100);
  expect(told).toEqual([]);
});

it("says that an app that hangs is silent, within a second and once, and that it answers again", () => {
  const { beat, hang, goOn, told } = page();
  beat(10);
  hang();
  const beatsOfASecond = 1000 / beatMs;
  beat(beatsOfASecond);
  expect(told).toEqual([true]);
  beat(50);
  expect(told).toEqual([true]);
  goOn();
  beat(1);
  expect(told).toEqual([true, false]);
});

it("does not cry wolf over an app that answers late", () => {
  const { beat, hang, heartbeat, told } = page();
  hang();
  for (let count = 0; count < 20; count += 1) {
    beat(3);
    heartbeat.heard();
  }
  expect(told).toEqual([]);
});

it("takes whatever comes for a sign of life: a large event keeps the answers waiting", () => {
  const { beat, hang, heartbeat, told } = page();
  beat(2);
  hang();
  beat(3);
  heartbeat.heard();
  beat(3);
  expect(told).toEqual([]);
});

it("judges nothing by beats that came late: the page was busy, throttled or asleep", () => {
  const { beat, hang, told } = page();
  beat(4);
  hang();
  beat(20, beatMs * 4);
  expect(told).toEqual([]);
  beat(4);
  expect(told).toEqual([true]);
});

it("begins anew when the page is looked at again", () => {
  const { beat, hang, heartbeat, told } = page();
  beat(4);
  hang();
  beat(2);
  heartbeat.rest();
  beat(3);
  expect(told).toEqual([]);
  beat(1);
  expect(told).toEqual([true]);
});
