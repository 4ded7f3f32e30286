import { describe, expect, it } from "vitest";
import { keyEntries } from "../../../../../main/app/document/key-rows.ts";
import type { KeyView, PayloadView, ProfileView } from "../../../../../preload/contract.ts";
import { allGroups, countRows, filterForm } from "../../../../../renderer/screens/profile/form-filter.ts";
import { formModel } from "../../../../../renderer/screens/profile/form-model.ts";
import type { FormModel, FormRow } from "../../../../../renderer/screens/profile/form-rows.ts";
import { createCatalogue } from "../../../../../renderer/stores/keys-store.ts";

const login = "com.jamf.connect.login";
const menuBar = "com.jamf.connect";
const catalogue = createCatalogue(keyEntries());

const key = (domain: string, keyPath: string, more: Partial<KeyView> = {}): KeyView => ({
  payload: { domain, index: 0 },
  path: keyPath.split("."),
  keyPath,
  type: "string",
  value: "x",
  display: "x",
  secret: false,
  unseen: null,
  ...more,
});

const payload = (domain: string, keys: readonly KeyView[], index = 0): PayloadView => ({
  address: { domain, index },
  type: domain,
  identifier: null,
  domain,
  form: "direct",
  keys,
});

function view(payloads: readonly PayloadView[], more: Partial<ProfileView> = {}): ProfileView {
  return {
    format: "mobileconfig",
    provider: "EntraID",
    payloads,
    identity: [],
    findings: [],
    ...more,
  } as unknown as ProfileView;
}

const rowsOf = (model: FormModel): readonly FormRow[] =>
  allGroups(model).flatMap(({ groups }) => groups.flatMap(({ rows }) => rows));
const pathOf = (row: FormRow): string =>
  row.kind === "field" ? row.field.id : row.kind === "set" ? row.key.keyPath : row.entry.keyPath;
const groupOf = (model: FormModel, path: string): string | undefined =>
  allGroups(model)
    .flatMap(({ groups }) => groups)
    .find(({ rows }) => rows.some((row) => pathOf(row) === path))?.title;

describe("the model of the form", () => {
  it("has every key of the catalogue that is a value, once, in the tab of its group", () => {
    const model = formModel(view([]), catalogue);
    const shown = rowsOf(model).map(
      (row) => row.kind === "unset" && `${row.entry.domain} ${row.entry.keyPath}`,
    );
    const wanted = keyEntries()
      .filter(({ isOldDomain, keyPath }) => !isOldDomain && !keyPath.includes("[]"))
      .filter(({ type, anyKey }) => type !== "dict" || anyKey !== undefined)
      .map(({ domain, keyPath }) => `${domain} ${keyPath}`);
    expect(new Set(shown)).toEqual(new Set(wanted));
    expect(shown).toHaveLength(wanted.length);
    expect(model.identity.flatMap(({ rows }) => rows.map(pathOf))).toContain("OIDCTenant");
    expect(model.actions.flatMap(({ rows }) => rows.map(pathOf))).toContain("Actions");
  });

  it("keeps keys that nobody knows, a second payload of a domain, and payloads of other kinds", () => {
    const odd: PayloadView = {
      ...payload("", [key("", "Password")]),
      address: null,
      domain: null,
      type: "com.apple.wifi",
    };
    const model = formModel(
      view([
        payload(login, [key(login, "Own"), key(login, "DenyLocal")]),
        payload(login, [key(login, "DenyLocal", { payload: { domain: login, index: 1 } })], 1),
        odd,
      ]),
      catalogue,
    );
    expect(groupOf(model, "Own")).toBe("Not in the catalogue");
    expect(
      model.login.flatMap(({ rows }) => rows.map(pathOf)).filter((path) => path === "DenyLocal"),
    ).toHaveLength(2);
    expect(model.other.map(({ title, note }) => [title, note])).toContainEqual([
      "com.apple.wifi",
      "payload of another kind",
    ]);
  });

  it("the provider moves what it does not use to the end and loses nothing that is set", () => {
    const okta = formModel(
      view([payload(login, [key(login, "OIDCTenant")])], { provider: "Okta" }),
      catalogue,
    );
    expect(groupOf(okta, "OIDCClientID")).toBe("For other providers");
    expect(groupOf(okta, "OIDCTenant")).not.toBe("For other providers");
    const entra = formModel(view([payload(login, [])], { provider: "Azure" }), catalogue);
    expect(groupOf(entra, "OIDCClientID")).toBe("Identity provider");
    const client = rowsOf(entra).find((row) => pathOf(row) === "OIDCClientID");
    expect(client).toMatchObject({ kind: "unset", isNeeded: true });
    expect(rowsOf(okta)).toHaveLength(rowsOf(entra).length);
  });

  it("offers no key that a property list of another domain cannot hold", () => {
    const model = formModel(view([payload(login, [])], { format: "plist" }), catalogue);
    const canAdd = (path: string) =>
      rowsOf(model).flatMap((row) => (row.kind === "unset" && pathOf(row) === path ? [row.canAdd] : []));
    expect(canAdd("DenyLocal")).toEqual([true]);
    expect(canAdd("Kerberos.Realm")).toEqual([false]);
  });

  it("gives a finding about an item to the list, and takes 5,000 keys that nobody knows", () => {
    const many = Array.from({ length: 5000 }, (_, index) => key(login, `Own${index}`));
    const where = { domain: menuBar, keyPath: "TemporaryUserPermissions.UserPromotionRole[1].Name" };
    const finding = {
      rule: "r",
      severity: "error",
      certainty: "documented",
      title: "",
      detail: "",
      where,
    } as const;
    const roles = key(menuBar, "TemporaryUserPermissions.UserPromotionRole", { type: "array", value: [] });
    const model = formModel(
      view([payload(login, many), payload(menuBar, [roles])], { findings: [finding] }),
      catalogue,
    );
    expect(rowsOf(model).find((row) => pathOf(row) === roles.keyPath)).toMatchObject({ findings: [finding] });
    expect(countRows(model.login).set).toBe(5000);
  });
});

describe("the search and the filter", () => {
  const model = formModel(
    view([
      payload(login, [
        key(login, "HelpURL", {
          value: "https://help.contoso.example",
          display: "https://help.contoso.example",
        }),
        key(login, "OIDCClientSecret", { value: "", display: "", secret: true }),
      ]),
    ]),
    catalogue,
  );
  const found = (query: string, onlySet = false) => rowsOf(filterForm(model, query, onlySet)).map(pathOf);

  it("finds names, meanings, values and defaults of keys that are set and that are not", () => {
    expect(found("help.contoso")).toEqual(["HelpURL"]);
    expect(found("promotion")).toContain("TemporaryUserPermissions.UserPromotionLimit");
    expect(found("calendar month")).toEqual(["TemporaryUserPermissions.UserPromotionLimit"]);
    expect(found("OIDCClientSecret")).toContain("OIDCClientSecret");
    expect(found("no such key")).toEqual([]);
  });

  it("only set keys are those of the file, in every tab", () => {
    expect(found("", true).toSorted()).toEqual(["HelpURL", "OIDCClientSecret"]);
    expect(found("promotion", true)).toEqual([]);
  });
});

describe("a shared value that is not set", () => {
  const field = (id: string, keyPath: string) =>
    ({ id, destinations: [{ payload: { domain: login }, keyPath, path: [keyPath], value: null }] }) as never;
  const needed = (provider: string) =>
    rowsOf(
      formModel(
        view([], {
          provider,
          identity: [field("login-app", "OIDCClientID"), field("discovery-url", "OIDCDiscoveryURL")],
        }),
        catalogue,
      ),
    ).flatMap((row) => (row.kind === "field" && row.isNeeded ? [row.field.id] : []));

  it("keeps its field where nothing works without it for this provider", () => {
    expect(needed("EntraID")).toEqual(["login-app"]);
    expect(needed("Custom")).toEqual(["discovery-url", "login-app"]);
  });
});
