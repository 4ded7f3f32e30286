/**
 * What the checks of a route say against what happens on it: the practice Jamf Pro does to a profile what is documented of Jamf Pro,
 * so what passes has to come through it unchanged, and what is flagged has to be changed or refused.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentFor, type FileRoute } from "../../../../main/core/export/export-choice.ts";
import type { RouteCheck } from "../../../../main/core/export/route-check.ts";
import { routeChecks } from "../../../../main/core/export/route-checks.ts";
import { createBody } from "../../../../main/core/jamf-pro/classic-profile.ts";
import { compareStored } from "../../../../main/core/jamf-pro/compare-stored.ts";
import { deliveryOf } from "../../../../main/core/jamf-pro/delivery-form.ts";
import type { Difference } from "../../../../main/core/jamf-pro/difference.ts";
import { unfaithfulValues } from "../../../../main/core/jamf-pro/faithful.ts";
import { payloadsOnWire } from "../../../../main/core/jamf-pro/payload-text.ts";
import { documentAlone } from "../../../../main/core/lint/context.ts";
import { lintDocument } from "../../../../main/core/lint/lint-document.ts";
import type { LintRule } from "../../../../main/core/lint/rule.ts";
import { jamfProAmpersand } from "../../../../main/core/lint/rules/jamf-pro-ampersand.ts";
import { jamfProEmoji } from "../../../../main/core/lint/rules/jamf-pro-emoji.ts";
import { jamfProLineFeed } from "../../../../main/core/lint/rules/jamf-pro-line-feed.ts";
import { readPlistText, writeXmlSource } from "../../../../main/core/plist/index.ts";
import type { PlistDict } from "../../../../main/core/plist/value.ts";
import { type ProfileDocument, writeProfile } from "../../../../main/core/profile/index.ts";
import { storePayloads } from "../../../../main/practice-jamf-pro/classic/store-payloads.ts";
import { gatewayRoute } from "../../../../main/practice-jamf-pro/gateway/routes.ts";
import { createTokens } from "../../../../main/practice-jamf-pro/server/tokens.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { practiceJamfPro } from "../../../support/practice-jamf-pro.ts";
import { direct, login, managed, profile, type Settings } from "../jamf-pro/fixtures.ts";

const loginWindow = "com.apple.loginwindow";
const textIds = ["ampersand", "line-feed", "emoji", "blanks"];

/** Pieces that something happens to, between some that nothing happens to. */
const piece = fc.constantFrom(
  "a",
  "Ü",
  "\u2028",
  "]]>",
  '"',
  ">",
  "&",
  "&amp;",
  "&#10;",
  "<",
  "\n",
  "\t",
  " ",
  "\r",
  "\u{1f44b}",
);
const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
const key = fc
  .array(fc.constantFrom("K", "y", "&", "<", "\u{1f600}"), { minLength: 1, maxLength: 3 })
  .map((parts) => `A${parts.join("")}`);
const value = fc.oneof(
  text,
  text,
  fc.array(text, { maxLength: 3 }),
  fc.dictionary(key, text, { maxKeys: 2 }),
  fc.integer(),
  fc.boolean(),
);
const settings: fc.Arbitrary<Settings> = fc.dictionary(key, value, { minKeys: 1, maxKeys: 4 });
const ofLogin = fc.oneof(
  settings.map((some) => managed(login, some)),
  settings.map((some) => direct(login, some)),
);
const ofApple = settings.map((some) => direct(loginWindow, some));
/** Each domain once, so that a place has one name. */
const document = fc
  .oneof(
    ofLogin.map((one) => [one]),
    ofApple.map((one) => [one]),
    fc.tuple(ofLogin, ofApple),
  )
  .map((payloads) => profile(payloads));

function written(from: ProfileDocument, route: FileRoute, domain: string | null = null): ProfileDocument {
  const shaped = documentFor(from, { route, domain, blueprintReady: false });
  if (!shaped.ok) throw new Error(shaped.problem.title);
  return shaped.value;
}

function flagged(
  from: ProfileDocument,
  route: FileRoute,
  domain: string | null = null,
): readonly RouteCheck[] {
  const checks = routeChecks({ route, written: written(from, route, domain), document: from, opened: null });
  return checks.filter(({ id, state }) => state === "look" && textIds.includes(id));
}

/** What Jamf Pro has of a profile afterwards, as others have measured it. */
function throughJamfPro({ root }: ProfileDocument): ProfileDocument {
  const wire = payloadsOnWire(root);
  if (!wire.ok) throw new Error(wire.problem.title);
  const stored = storePayloads(wire.value.slice("<![CDATA[".length, -"]]>".length), {
    name: "Jamf Connect, staff",
    level: "computer",
    userRemovable: false,
    newUuid: () => "77777777-AAAA-4BBB-8CCC-000000000007",
    before: null,
  });
  if (stored === null) throw new Error("refused");
  return { ...profile([]), root: stored };
}

/** Settings that are others afterwards; the kind of a line break does not count. */
function changed(before: ProfileDocument): readonly Difference[] {
  const { differences } = compareStored(before, throughJamfPro(before), "new");
  return differences.filter(({ isSetting, kind }) => isSetting && kind !== "usual");
}

const plainPath = (keyPath: string) => keyPath.replace(/\[(\d+)\]/gu, ".$1");

describe("an upload that Jamf Pro takes apart", () => {
  it("keeps every setting where nothing is flagged", () => {
    assertProperty(
      fc.property(document, (from) => {
        fc.pre(flagged(from, "unsigned").length === 0);
        expect(changed(written(from, "unsigned"))).toEqual([]);
      }),
    );
  });

  it("changes what is flagged, at the place that is named, and nothing of it is unexplained", () => {
    assertProperty(
      fc.property(document, (from) => {
        const found = changed(written(from, "unsigned"));
        const places = flagged(from, "unsigned").flatMap((check) => check.places);
        // Where a whole dictionary or list is gone, the one that is gone is named.
        const isChanged = (place: string) =>
          found.some((one) => `${place}.`.startsWith(`${one.domain} ${one.keyPath}.`));
        for (const { domain, keyPath } of places)
          expect(isChanged(`${domain} ${plainPath(keyPath)}`), keyPath).toBe(true);
        expect(found.filter(({ kind }) => kind === "unexplained")).toEqual([]);
      }),
    );
  });

  it("is foretold by the delivery over the API in the same places", () => {
    assertProperty(
      fc.property(document, (from) => {
        const delivery = deliveryOf(from);
        if (!delivery.ok) throw new Error(delivery.problem.title);
        const named = unfaithfulValues(delivery.value.document, { kind: "classic" });
        const told = new Set(
          flagged(from, "unsigned").flatMap(({ places }) => places.map(({ keyPath }) => plainPath(keyPath))),
        );
        expect(new Set(named.map(({ keyPath }) => keyPath))).toEqual(told);
      }),
    );
  });
});

it("settings that are uploaded as a property list come through unless they are flagged", () => {
  assertProperty(
    fc.property(settings, (some) => {
      const from = profile([direct(login, some)]);
      const { root } = written(from, "plist", login);
      const stored = profile([managed(login, {})]);
      const uploaded = withSettings(stored, root);
      expect(changed(uploaded).length > 0).toBe(flagged(from, "plist", login).length > 0);
    }),
  );
});

/** Bare settings in the place of those of the only managed domain. */
function withSettings(document: ProfileDocument, root: PlistDict): ProfileDocument {
  const { text } = writeXmlSource(document.root);
  const inner = writeXmlSource(root).text.replace(/^[\s\S]*?<plist[^>]*>|<\/plist>\s*$/gu, "");
  const whole = text.replace(
    /<key>mcx_preference_settings<\/key>\s*<dict\s*\/>|<key>mcx_preference_settings<\/key>\s*<dict>\s*<\/dict>/u,
    () => `<key>mcx_preference_settings</key>${inner}`,
  );
  const read = readPlistText(whole);
  if (!read.ok || read.value.value.kind !== "dict") throw new Error("not put together");
  return { ...document, root: read.value.value };
}

it("a file that is signed, or installed by hand, holds every text as it is, and nothing is flagged", () => {
  assertProperty(
    fc.property(document, fc.constantFrom<FileRoute>("signed", "mac"), (from, route) => {
      expect(flagged(from, route)).toEqual([]);
      const bytes = writeProfile(written(from, route), { to: "mobileconfig" });
      if (!bytes.ok) throw new Error(bytes.problem.title);
      const read = readPlistText(new TextDecoder().decode(bytes.value));
      expect(read).toMatchObject({ ok: true, value: { value: from.root } });
    }),
  );
});

it("file:// is spoken of where the gateway's firewall refuses the call, and only there", async () => {
  const { world } = await practiceJamfPro({ kind: "gateway" });
  const tokens = createTokens(world);
  const scheme = fc.constantFrom("file://", "FILE://", "file:/", "files://x", "https://", "profile//");
  assertProperty(
    fc.property(scheme, fc.constantFrom("text", "key", "list"), (address, where) => {
      const some: Settings =
        where === "key" ? { [`${address}x`]: 1 } : { Logo: where === "list" ? [address] : `${address}x` };
      const from = profile([managed(login, some)]);
      const checks = routeChecks({ route: "unsigned", written: from, document: from, opened: null });
      const body = createBody({ name: "Staff", root: from.root, level: "computer" });
      if (!body.ok) throw new Error(body.problem.title);
      const call = { method: "POST", path: "proclassic/x", headers: {}, body: body.value };
      const answer = gatewayRoute(world, tokens, call, 0);
      expect(checks.some(({ id }) => id === "file-address")).toBe(answer.status === 403);
    }),
  );
});

it("an inner PayloadEnabled is named where it stands, and a delivery goes without it", () => {
  assertProperty(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }), (has) => {
      const from = profile(
        has.map((enabled, index) =>
          direct(`com.example.app${index}`, enabled ? { PayloadEnabled: true, A: 1 } : { A: 1 }),
        ),
      );
      const checks = routeChecks({ route: "unsigned", written: from, document: from, opened: null });
      const places = checks.find(({ id }) => id === "inner-payload-enabled")?.places ?? [];
      expect(places.map(({ domain }) => domain)).toEqual(
        has.flatMap((enabled, index) => (enabled ? [`com.example.app${index}`] : [])),
      );
      const delivery = deliveryOf(from);
      expect(delivery.ok && writeXmlSource(delivery.value.document.root).text).not.toContain(
        "PayloadEnabled",
      );
    }),
  );
});

it("the rules about Jamf Pro find in the form of the file what Jamf Pro does to that form", () => {
  const name = fc.constantFrom("A", "B", "C");
  const some = fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.dictionary(name, text, { maxKeys: 2 }));
  const values = fc.dictionary(name, some, { minKeys: 1 });
  const one = fc.oneof(
    values.map((given) => managed(login, given)),
    values.map((given) => direct(login, given)),
  );
  assertProperty(
    fc.property(one, (payload) => {
      const from = profile([payload]);
      const named = unfaithfulValues(from, { kind: "classic" });
      const byQuirk = (quirk: string) =>
        unique(named.filter((found) => found.quirk === quirk).map(({ keyPath }) => keyPath));
      const byRule = (rule: LintRule, severities: readonly string[]) =>
        unique(
          lintDocument(from, documentAlone, [rule])
            .filter(({ severity }) => severities.includes(severity))
            .map(({ where }) => plainPath(where.keyPath ?? "")),
        );
      expect(byRule(jamfProLineFeed, ["info"])).toEqual(byQuirk("C3"));
      expect(byRule(jamfProEmoji, ["warning"])).toEqual(byQuirk("C4"));
      // In managed preferences it is a hint for other senders; the warning is about what no sender can cure.
      expect(byRule(jamfProAmpersand, ["warning"])).toEqual(byQuirk("C2"));
    }),
  );
});

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
