import { describe, expect, it } from "vitest";
import { type DeliveryRequest, deliverProfile } from "../../../../main/app/jamf-pro/deliver-profile.ts";
import { boolean, dict, string } from "../../../../main/core/plist/build.ts";
import type { PlistDict, PlistValue } from "../../../../main/core/plist/value.ts";
import type { ProfileDocument } from "../../../../main/core/profile/index.ts";
import type { PracticeJamfPro } from "../../../../main/practice-jamf-pro/index.ts";
import { clientOf, handClock, practiceJamfPro, serverOf } from "../../../support/practice-jamf-pro.ts";
import { direct, login, managed, profile, type Settings } from "../../core/jamf-pro/fixtures.ts";

const sound: Settings = {
  OIDCProvider: "EntraID",
  OIDCTenant: "contoso.com",
  HelpURL: "https://help.example/?a=1&b=2",
  OIDCAdmin: ["MacAdmin"],
};
const staff = (settings: Settings = sound): ProfileDocument => profile([direct(login, settings)]);

function call(
  practice: PracticeJamfPro,
  document: ProfileDocument | null,
  more: Partial<DeliveryRequest> = {},
) {
  const clock = handClock();
  return deliverProfile(clock.ports(), {
    server: serverOf(practice),
    credentials: clientOf(practice),
    document,
    mode: "deliver",
    id: null,
    redeploy: "Newly Assigned",
    acceptLockOut: false,
    acceptances: [],
    progress: () => undefined,
    ...more,
  });
}

async function delivered(
  practice: PracticeJamfPro,
  document: ProfileDocument,
  more: Partial<DeliveryRequest> = {},
) {
  const ended = await call(practice, document, more);
  if (!ended.ok) throw new Error(`${ended.problem.code}: ${ended.problem.title} ${ended.problem.detail}`);
  if (ended.value.kind !== "delivered") throw new Error(ended.value.kind);
  return ended.value.delivered;
}

/** The practice server's profile with one setting of the login window changed by somebody. */
function withSetting(root: PlistDict, key: string, value: PlistValue): PlistDict {
  const into = (inner: PlistValue): PlistValue => {
    if (inner.kind === "array") return { kind: "array", items: inner.items.map(into) };
    if (inner.kind !== "dict") return inner;
    return dict(
      [...inner.entries].map(([name, item]) => [
        name,
        name === "mcx_preference_settings" && item.kind === "dict"
          ? dict([...item.entries, [key, value]])
          : into(item),
      ]),
    );
  };
  const changed = into(root);
  return changed.kind === "dict" ? changed : root;
}

const writes = (practice: PracticeJamfPro) =>
  practice.calls().filter((made) => /^(?:PUT|POST) .*osxconfigurationprofiles/.test(made));

describe.each(["classic", "gateway"] as const)("a delivery to a %s", (kind) => {
  it("creates, finds nothing to do, updates in place, and keeps identity, scope and category", async () => {
    const practice = await practiceJamfPro({ kind });
    const created = await delivered(practice, staff());
    expect(created).toMatchObject({ action: "created", id: "3", restored: null, equal: 4 });
    expect(new Set(created.differences.map((difference) => difference.kind))).toEqual(new Set(["usual"]));
    const first = practice.world.profiles.find(({ id }) => id === 3);
    practice.world.profiles = practice.world.profiles.map((kept) =>
      kept.id === 3
        ? {
            ...kept,
            scope:
              "<scope><all_computers>false</all_computers><computers><computer><id>4</id></computer></computers></scope>",
          }
        : kept,
    );

    expect(await delivered(practice, staff())).toMatchObject({ action: "unchanged", id: "3" });
    expect(writes(practice)).toHaveLength(1);

    const updated = await delivered(practice, staff({ ...sound, OIDCTenant: "fabrikam.com" }));
    expect(updated).toMatchObject({ action: "updated", id: "3", equal: 4 });
    const after = practice.world.profiles.find(({ id }) => id === 3);
    expect(after?.root.entries.get("PayloadUUID")).toEqual(first?.root.entries.get("PayloadUUID"));
    expect(after?.root.entries.get("PayloadIdentifier")).toEqual(
      first?.root.entries.get("PayloadIdentifier"),
    );
    expect(after?.scope).toContain("<id>4</id>");
    expect(practice.world.profiles).toHaveLength(3);
  });

  it("says in a dry run what it would do and every key that would change, and writes nothing", async () => {
    const practice = await practiceJamfPro({ kind });
    expect(await call(practice, staff(), { mode: "dry-run" })).toMatchObject({
      ok: true,
      value: { kind: "planned", plan: { action: "create" } },
    });
    await delivered(practice, staff());
    const dry = await call(practice, staff({ ...sound, OIDCTenant: "fabrikam.com", LocalFallback: true }), {
      mode: "dry-run",
    });
    expect(dry).toMatchObject({
      ok: true,
      value: {
        plan: { action: "update" },
        differences: [
          { keyPath: "OIDCTenant", sent: "fabrikam.com", stored: "contoso.com", kind: "change" },
          { keyPath: "LocalFallback", sent: true, stored: null, kind: "change" },
        ],
      },
    });
    expect(writes(practice)).toHaveLength(1);
  });

  it("tells drift from Jamf Pro's own rewriting", async () => {
    const practice = await practiceJamfPro({ kind });
    await delivered(practice, staff());
    const still = await call(practice, staff(), { mode: "compare" });
    if (!still.ok || still.value.kind !== "planned") throw new Error("no comparison");
    expect(still.value.differences.length).toBeGreaterThan(3);
    expect(still.value.differences.every((difference) => difference.kind === "usual")).toBe(true);
    practice.world.profiles = practice.world.profiles.map((kept) =>
      kept.id === 3 ? { ...kept, root: withSetting(kept.root, "DenyLocal", boolean(true)) } : kept,
    );
    expect(await call(practice, staff(), { mode: "compare" })).toMatchObject({
      value: {
        differences: expect.arrayContaining([
          expect.objectContaining({ keyPath: "DenyLocal", sent: null, stored: true, kind: "unexplained" }),
        ]),
      },
    });
    expect(writes(practice)).toHaveLength(1);
  });

  it.each(["create", "update"] as const)(
    "names the missing right to %s before anything is tried",
    async (action) => {
      const practice = await practiceJamfPro({ kind });
      if (action === "update") await delivered(practice, staff());
      practice.world.privileges = practice.world.privileges.filter(
        (name) => !name.toLowerCase().includes(action),
      );
      const before = writes(practice).length;
      const name =
        kind === "gateway"
          ? `configuration-profiles:${action}`
          : `${action === "create" ? "Create" : "Update"} macOS Configuration Profiles`;
      expect(await call(practice, staff({ ...sound, A: 1 }))).toMatchObject({
        ok: false,
        problem: { code: "jamf-pro-forbidden", title: expect.stringContaining(name) },
      });
      expect(writes(practice)).toHaveLength(before);
    },
  );
});

describe("when something goes wrong", () => {
  it("the server restarts between write and read-back: the delivery waits and compares", async () => {
    const practice = await practiceJamfPro();
    practice.world.troubles = [{ kind: "restart-after-write", calls: 3 }];
    expect(await delivered(practice, staff())).toMatchObject({ action: "created" });
  });

  it("it stays away: what was done and what is not known are said", async () => {
    const practice = await practiceJamfPro();
    practice.world.troubles = [{ kind: "restart-after-write", calls: 99 }];
    expect(await call(practice, staff())).toMatchObject({
      ok: false,
      problem: {
        code: "jamf-pro-not-read-back",
        title: "Profile 3 was sent and taken, and could not be read back.",
        fix: expect.stringContaining("--compare"),
      },
    });
  });

  it("the answer to a creation is lost: the name is looked for, and nothing is created twice", async () => {
    const practice = await practiceJamfPro();
    practice.world.troubles = [{ kind: "cut-after-write", calls: 1 }];
    expect(await delivered(practice, staff())).toMatchObject({ action: "created", id: "3" });
    expect(practice.world.profiles).toHaveLength(3);
  });

  it("the answer to an update is lost: what is there tells that it arrived", async () => {
    const practice = await practiceJamfPro();
    await delivered(practice, staff());
    practice.world.troubles = [{ kind: "cut-after-write", calls: 1 }];
    expect(await delivered(practice, staff({ ...sound, A: 1 }))).toMatchObject({ action: "updated" });
    expect(writes(practice)).toHaveLength(2);
  });

  it("a name that is taken at another site is said to be so", async () => {
    const practice = await practiceJamfPro();
    await delivered(practice, staff());
    practice.world.site = 9;
    expect(await call(practice, staff())).toMatchObject({
      ok: false,
      problem: { code: "jamf-pro-name-taken", detail: expect.stringContaining("another site") },
    });
  });

  it("half an answer to the read-back is read once more", async () => {
    const practice = await practiceJamfPro();
    await delivered(practice, staff());
    practice.world.troubles = [{ kind: "half-answer", calls: 2 }];
    expect(await call(practice, staff({ ...sound, A: 1 }))).toMatchObject({
      ok: false,
      problem: { code: "jamf-pro-half-answer" },
    });
    expect(writes(practice)).toHaveLength(1);
  });

  it("a value that Jamf Pro empties the profile for is named, and nothing is sent", async () => {
    const practice = await practiceJamfPro();
    await delivered(practice, staff());
    const refused = await call(practice, staff({ ...sound, LoginWindowMessage: "Hi \u{1f44b}" }));
    expect(refused).toMatchObject({
      ok: false,
      problem: {
        code: "jamf-pro-not-faithful",
        title: expect.stringContaining("LoginWindowMessage"),
        detail: expect.stringContaining("the server has what it had"),
      },
    });
    expect(writes(practice)).toHaveLength(1);
  });

  it("a known defect damages a setting of Jamf Connect: it is named, and the old profile is put back", async () => {
    const practice = await practiceJamfPro();
    await delivered(practice, staff());
    const before = practice.world.profiles.find(({ id }) => id === 3);
    practice.world.troubles = [
      {
        kind: "meddling",
        change: (root) => withSetting(root, "HelpURL", string("https://help.example/?a=1&amp;b=2")),
      },
    ];
    const ended = await delivered(practice, staff({ ...sound, OIDCTenant: "fabrikam.com" }));
    expect(ended).toMatchObject({
      restored: true,
      differences: expect.arrayContaining([
        expect.objectContaining({ keyPath: "HelpURL", kind: "known-defect", defect: "PI-827" }),
      ]),
    });
    const tenant = JSON.stringify(practice.world.profiles.find(({ id }) => id === 3)?.root, (_key, value) =>
      value instanceof Map ? Object.fromEntries(value) : typeof value === "bigint" ? Number(value) : value,
    );
    expect(tenant).toContain("contoso.com");
    expect(tenant).not.toContain("fabrikam.com");
    expect(before).toBeDefined();
  });

  it("somebody else's change in the same moment is unexplained, and stays", async () => {
    const practice = await practiceJamfPro();
    await delivered(practice, staff());
    practice.world.troubles = [
      {
        kind: "meddling",
        change: (root) =>
          withSetting(root, "OIDCAdmin", { kind: "array", items: [string("MacAdmin"), string("Helpdesk")] }),
      },
    ];
    expect(await delivered(practice, staff({ ...sound, A: 1 }))).toMatchObject({
      action: "updated",
      restored: null,
      differences: expect.arrayContaining([
        expect.objectContaining({
          keyPath: "OIDCAdmin",
          sent: ["MacAdmin"],
          stored: ["MacAdmin", "Helpdesk"],
          kind: "unexplained",
        }),
      ]),
    });
  });

  it("a profile that can lock people out is not sent until somebody types that it is meant", async () => {
    const practice = await practiceJamfPro();
    const locked = staff({
      ...sound,
      OIDCClientID: "22222222-aaaa-4bbb-8ccc-000000000002",
      OIDCTenant: "33333333-aaaa-4bbb-8ccc-000000000003",
      DenyLocal: true,
    });
    expect(await call(practice, locked)).toMatchObject({ ok: false, problem: { code: "lock-out" } });
    expect(practice.calls()).toEqual([]);
    expect(await delivered(practice, locked, { acceptLockOut: true })).toMatchObject({ action: "created" });
  });

  it("All is sent only when it was typed, and then for an unchanged profile too", async () => {
    const bodies: string[] = [];
    const practice = await practiceJamfPro({
      onCall: ({ method, body }) => method === "PUT" && bodies.push(body),
    });
    await delivered(practice, staff());
    await delivered(practice, staff({ ...sound, A: 1 }));
    await delivered(practice, staff({ ...sound, A: 1 }), { redeploy: "All" });
    expect(bodies.map((body) => /<redeploy_on_update>([^<]*)</.exec(body)?.[1])).toEqual([
      "Newly Assigned",
      "All",
    ]);
  });

  it("several profiles of one name are told apart by a number", async () => {
    const practice = await practiceJamfPro();
    await delivered(practice, staff());
    practice.world.profiles = [
      ...practice.world.profiles,
      ...practice.world.profiles.filter(({ id }) => id === 3).map((kept) => ({ ...kept, id: 4 })),
    ];
    expect(await call(practice, staff({ ...sound, A: 1 }))).toMatchObject({
      ok: false,
      problem: { code: "jamf-pro-name-ambiguous", detail: expect.stringContaining("3 and 4") },
    });
    expect(await delivered(practice, staff({ ...sound, A: 1 }), { id: "4" })).toMatchObject({
      action: "updated",
      id: "4",
    });
  });
});

it("lists the profiles that hold Jamf Connect and where they disagree with the open one", async () => {
  const practice = await practiceJamfPro();
  const listed = await call(practice, staff(), { mode: "list" });
  expect(listed).toMatchObject({
    ok: true,
    value: {
      kind: "listed",
      list: {
        profiles: [{ stored: { id: "2" }, domains: [login] }],
        conflicts: [
          {
            domain: login,
            keyPath: "OIDCTenant",
            profiles: ["Jamf Connect, staff", "PRACTICE Jamf Connect, pilot"],
          },
        ],
        looked: 2,
        all: 2,
        unread: 0,
      },
    },
  });
  expect(managed(login, {}).kind).toBe("dict");
});
