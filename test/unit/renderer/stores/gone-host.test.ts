/** What the stores hold once the app behind the page is gone: nothing that was chosen or typed and never answered. */
import { expect, it } from "vitest";
import { createDocumentStore } from "../../../../renderer/stores/document-store.ts";
import { createExportStore } from "../../../../renderer/stores/export-store.ts";
import { createMatrixStore } from "../../../../renderer/stores/matrix-store.ts";
import { createSetUpStore } from "../../../../renderer/stores/set-up-store.ts";
import { createSignInsStore } from "../../../../renderer/stores/sign-ins-store.ts";
import { createSourceStore } from "../../../../renderer/stores/source-store.ts";
import { createFakeHost, failed, ok } from "../support/fake-host.ts";

/** A host that answers every call with the same value, until it is gone. */
function mortalHost(value: unknown) {
  let isGone = false;
  const answer = () => (isGone ? failed("host-gone") : ok(value));
  const fake = createFakeHost(
    Object.fromEntries(
      [
        "policies.matrix",
        "setUp.view",
        "setUp.script",
        "signIns.report",
        "signIns.rows",
        "signIns.apps",
        "signIns.current",
        "export.preview",
        "profile.editSource",
      ].map((name) => [name, answer]),
    ),
  );
  return {
    host: fake.host,
    die: () => {
      isGone = true;
    },
  };
}

const answers = () => new Promise((done) => setTimeout(done));
const nobody = () => undefined;

it("an assumption about policies that was never answered goes back, and the last answer stays", async () => {
  const { host, die } = mortalHost({ rows: [] });
  const matrix = createMatrixStore(host, nobody);
  matrix.getState().assume({ baselineScopes: "legacy" });
  await answers();
  die();
  matrix.getState().assume({ baselineScopes: "enforced" });
  matrix.getState().choosePerson("robin@contoso.com");
  matrix.getState().hostGone();
  await answers();
  expect(matrix.getState()).toMatchObject({
    view: { rows: [] },
    problem: null,
    username: null,
    whatIf: { baselineScopes: "legacy" },
  });
});

it("it goes back as well where the failure came before the news", async () => {
  const { host, die } = mortalHost({ rows: [] });
  const matrix = createMatrixStore(host, nobody);
  matrix.getState().ask("login");
  await answers();
  die();
  matrix.getState().assume({ baselineScopes: "enforced" });
  await answers();
  expect(matrix.getState().view).toBeNull();
  matrix.getState().hostGone();
  expect(matrix.getState()).toMatchObject({
    view: { rows: [] },
    problem: null,
    whatIf: { baselineScopes: null },
  });
});

it("a recipe, a prefix and a script format that were never answered go back", async () => {
  const { host, die } = mortalHost({ text: "script" });
  const setUp = createSetUpStore(host, nobody);
  setUp.getState().choose({ recipe: "simple", name: "Mac login" });
  await answers();
  die();
  setUp.getState().choose({ recipe: "placeholder", name: "Other", breakGlass: "99c4" });
  setUp.getState().setFormat("az");
  setUp.getState().hostGone();
  await answers();
  expect(setUp.getState()).toMatchObject({
    choice: { recipe: "simple", name: "Mac login", breakGlass: "" },
    format: "graph-powershell",
    script: "script",
    problem: null,
  });
});

it("a filter of sign-ins that the rows do not follow goes back", async () => {
  const { host, die } = mortalHost({
    total: 0,
    rows: [],
    report: { rows: 1, read: 1 },
    files: [],
    map: undefined,
  });
  const signIns = createSignInsStore(host, nobody);
  signIns.getState().choose({ search: "robin" });
  await answers();
  die();
  signIns.getState().choose({ search: "mira" });
  signIns.getState().hostGone();
  await answers();
  expect(signIns.getState().choice.search).toBe("robin");
});

it("an export route that was never previewed goes back", async () => {
  const { host, die } = mortalHost({ text: "" });
  const exports = createExportStore(host, nobody);
  const question = { wanted: { isEach: false, choice: { route: "unsigned" } } } as never;
  exports.getState().choose({ route: "unsigned" });
  await exports.getState().build(question);
  die();
  exports.getState().choose({ route: "plist", domain: "com.jamf.connect" });
  const asked = exports.getState().build(question);
  exports.getState().hostGone();
  await asked;
  expect(exports.getState()).toMatchObject({
    route: "unsigned",
    domain: null,
    built: { answer: { value: { text: "" } } },
  });
});

it("an export choice goes back to the first one where no preview ever came", () => {
  const { host } = mortalHost(null);
  const exports = createExportStore(host, nobody);
  exports.getState().choose({ route: "plist", blueprintReady: true });
  exports.getState().hostGone();
  expect(exports.getState()).toMatchObject({ route: "signed", blueprintReady: false });
});

it("a source that was typed and not taken says that it is not stored", async () => {
  const { host } = mortalHost({ notices: [], version: "2" });
  const documents = createDocumentStore(host);
  documents.getState().receive({ id: "d", source: "1\n", sourceMap: { version: "1" } } as never);
  const source = createSourceStore(host, documents);
  source.getState().type("2\n");
  source.getState().hostGone();
  expect(source.getState()).toMatchObject({
    typed: "2\n",
    status: "wrong",
    problem: { code: "host-gone", title: "This was not stored." },
  });
});
