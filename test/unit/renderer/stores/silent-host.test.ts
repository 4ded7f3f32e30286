/** What the stores hold while the app behind the page does not answer, and when it answers again: nothing is lost. */
import { expect, it } from "vitest";
import { createConnectionStore } from "../../../../renderer/stores/connection-store.ts";
import { createExportStore } from "../../../../renderer/stores/export-store.ts";
import { createMatrixStore } from "../../../../renderer/stores/matrix-store.ts";
import { createSetUpStore } from "../../../../renderer/stores/set-up-store.ts";
import { createSignInsStore } from "../../../../renderer/stores/sign-ins-store.ts";
import { createFakeHost, ok } from "../support/fake-host.ts";

/** A host that answers each of these calls, and lets them wait while it hangs. */
function hangingHost(value: unknown, ...names: readonly string[]) {
  let goOn: () => void = () => undefined;
  let hanging: Promise<void> = Promise.resolve();
  const answer = async () => {
    await hanging;
    return ok(value);
  };
  const { host, sent } = createFakeHost(Object.fromEntries(names.map((name) => [name, answer])));
  return {
    host,
    sent,
    hang: () => {
      hanging = new Promise((done) => {
        goOn = done;
      });
    },
    goOn: () => goOn(),
  };
}

const answers = () => new Promise((done) => setTimeout(done));
const nobody = () => undefined;

it("an assumption that nobody has answered is out of sight meanwhile, and asked again afterwards", async () => {
  const { host, sent, hang, goOn } = hangingHost({ rows: [] }, "policies.matrix");
  const matrix = createMatrixStore(host, nobody);
  matrix.getState().assume({ baselineScopes: "legacy" });
  await answers();
  hang();
  matrix.getState().assume({ baselineScopes: "enforced" });
  matrix.getState().hostSilent(true);
  expect(matrix.getState()).toMatchObject({ whatIf: { baselineScopes: "legacy" }, view: { rows: [] } });
  goOn();
  matrix.getState().hostSilent(false);
  await answers();
  expect(matrix.getState()).toMatchObject({ whatIf: { baselineScopes: "enforced" }, view: { rows: [] } });
  expect(sent.at(-1)?.input).toMatchObject({ whatIf: { baselineScopes: "enforced" } });
});

it("where everything was answered, nothing is asked again", async () => {
  const { host, sent, hang } = hangingHost({ rows: [] }, "policies.matrix");
  const matrix = createMatrixStore(host, nobody);
  matrix.getState().assume({ baselineScopes: "legacy" });
  await answers();
  hang();
  matrix.getState().hostSilent(true);
  matrix.getState().hostSilent(false);
  expect(matrix.getState().whatIf.baselineScopes).toBe("legacy");
  expect(sent).toHaveLength(1);
});

it("a recipe and a filter of sign-ins come back as they were chosen", async () => {
  const value = { text: "script", total: 0, rows: [], report: { rows: 1, read: 1 } };
  const names = ["setUp.view", "setUp.script", "signIns.report", "signIns.rows"];
  const { host, hang, goOn } = hangingHost(value, ...names);
  const [setUp, signIns] = [createSetUpStore(host, nobody), createSignInsStore(host, nobody)];
  setUp.getState().choose({ recipe: "simple" });
  signIns.getState().choose({ search: "robin" });
  await answers();
  hang();
  setUp.getState().choose({ recipe: "placeholder" });
  signIns.getState().choose({ search: "mira" });
  for (const store of [setUp, signIns]) store.getState().hostSilent(true);
  expect(setUp.getState().choice.recipe).toBe("simple");
  expect(signIns.getState().choice.search).toBe("robin");
  goOn();
  for (const store of [setUp, signIns]) store.getState().hostSilent(false);
  await answers();
  expect(setUp.getState().choice.recipe).toBe("placeholder");
  expect(signIns.getState()).toMatchObject({ choice: { search: "mira" }, answered: { search: "mira" } });
});

it("an export route without a preview stays: nobody was asked about it", async () => {
  const { host } = hangingHost({ text: "" }, "export.preview");
  const exports = createExportStore(host, nobody);
  await exports.getState().build({ wanted: { isEach: false, choice: { route: "signed" } } } as never);
  exports.getState().choose({ route: "jamf-pro-api" });
  exports.getState().hostSilent(true);
  expect(exports.getState().route).toBe("jamf-pro-api");
  exports.getState().choose({ route: "plist" });
  exports.getState().hostSilent(true);
  expect(exports.getState().route).toBe("signed");
  exports.getState().hostSilent(false);
  expect(exports.getState().route).toBe("plist");
});

it("an app that is gone is silent for good", () => {
  const told: string[] = [];
  let silence: (isSilent: boolean) => void = nobody;
  let gone: () => void = nobody;
  const host = {
    ...createFakeHost({}).host,
    onSilence: (listener: typeof silence) => {
      silence = listener;
    },
    onGone: (listener: typeof gone) => {
      gone = listener;
    },
  };
  const store = createConnectionStore(host, {
    silence: (isSilent) => told.push(isSilent ? "silent" : "answers"),
    gone: () => told.push("gone"),
  });
  silence(true);
  expect(store.getState()).toEqual({ isGone: false, isSilent: true });
  silence(false);
  expect(store.getState()).toEqual({ isGone: false, isSilent: false });
  gone();
  silence(false);
  expect(store.getState()).toEqual({ isGone: true, isSilent: true });
  expect(told).toEqual(["silent", "answers", "gone"]);
});
