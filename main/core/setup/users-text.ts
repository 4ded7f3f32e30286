import type { Recipe } from "../recipes/index.ts";

/** What a profile says about what people meet. Null: the profile does not say it. */
export type UsersTextFacts = {
  /** Name of the provider in sentences. */
  readonly provider: string;
  readonly isEntra: boolean;
  readonly hasLoginWindow: boolean;
  readonly hasMenuBar: boolean;
  /** `OIDCNewPassword` */
  readonly ownPassword: boolean | null;
  /** `DenyLocal` */
  readonly deniesLocal: boolean | null;
  /** `LocalFallback` */
  readonly fallsBack: boolean | null;
  /** `Migrate` */
  readonly connectsAccounts: boolean | null;
  /** `PasswordPolicies.NetworkCheck`, in minutes; 0 switches timed checks off. */
  readonly checkMinutes: number | null;
  /** `HelpURL` */
  readonly helpUrl: string | null;
};

/** Jamf's documentation from 2.11 to today (`docs/keys.md`, PasswordPolicies.NetworkCheck). */
const usualMinutes = 60;

/** Two texts for two readers, as Markdown. */
export type UsersText = { readonly users: string; readonly serviceDesk: string };

/**
 * What users see at the login window, and what the service desk has to know. Only what the profile and the recipe say is in it; of
 * providers whose rules nobody here knows the text says what somebody has to write in.
 *
 * @param recipe null where the policies of the provider are not known
 */
export function usersText(recipe: Recipe | null, facts: UsersTextFacts): UsersText {
  const users = [
    "# Signing in to your Mac",
    "",
    ...(facts.hasLoginWindow ? loginPart(recipe, facts) : []),
    ...(facts.hasMenuBar ? menuBarPart(recipe, facts) : []),
  ];
  return { users: users.join("\n"), serviceDesk: deskPart(recipe, facts).join("\n") };
}

function loginPart(recipe: Recipe | null, facts: UsersTextFacts): readonly string[] {
  return [
    "## What you see at the login window",
    "",
    `- The Mac shows the sign-in page of ${facts.provider}. Type your work address and your password there.`,
    ...secondFactorLines(recipe, facts),
    facts.ownPassword === true
      ? "- At the first login you choose a password for this Mac. It is not your work password."
      : "- At the first login the Mac may ask for your work password once more. It becomes the password of this Mac.",
    ...(facts.connectsAccounts === true
      ? ["- If you had an account on this Mac, choose it when the Mac offers to connect it. Your files stay."]
      : []),
    ...offlineLines(facts),
    "",
  ];
}

function secondFactorLines(recipe: Recipe | null, { provider, isEntra }: UsersTextFacts): readonly string[] {
  if (!isEntra || recipe === null)
    return [
      `- [Write in: whether and when ${provider} asks for a second factor. Its rules are not in the profile.]`,
    ];
  const outcome = recipe.outcomes.enforced ?? recipe.outcomes.placeholder;
  return outcome?.login === "mfa"
    ? [
        "- You are asked for a second factor, as in other apps of your work account. Have your phone or key at hand.",
      ]
    : ["- You are not asked for a second factor."];
}

function offlineLines({ deniesLocal, fallsBack }: UsersTextFacts): readonly string[] {
  if (deniesLocal !== true)
    return ["- Without a network choose the local login, and use the password of this Mac."];
  return fallsBack === true
    ? ["- Without a network the Mac offers the local login: use the password of this Mac."]
    : ["- Without a network you cannot log in. Connect the Mac to a network first."];
}

function menuBarPart(
  recipe: Recipe | null,
  { checkMinutes, provider, isEntra, ownPassword }: UsersTextFacts,
): readonly string[] {
  const minutes = checkMinutes ?? usualMinutes;
  const often = minutes === 0 ? "after a change of network" : `about every ${minutes} minutes`;
  const asks = isEntra && recipe !== null ? " Nothing is asked of you, and your phone stays quiet." : "";
  return [
    "## What happens later",
    "",
    ownPassword === true
      ? `- In the background the Mac compares its password with that of ${provider}, ${often}.${asks}`
      : `- In the background the Mac checks that its password is still your work password, ${often}.${asks}`,
    "- After you change your work password, the Mac asks once for the old and the new one and then uses the new one.",
    "",
  ];
}

function deskPart(recipe: Recipe | null, facts: UsersTextFacts): readonly string[] {
  return [
    "# Signing in to Macs, for the service desk",
    "",
    ...(facts.isEntra && recipe !== null ? entraLines(recipe) : otherLines(facts)),
    ...(facts.helpUrl === null ? [] : [`- The help button of the login window opens <${facts.helpUrl}>.`]),
    ...(facts.deniesLocal === true && facts.fallsBack !== true
      ? [
          `- If ${facts.provider} or the network fails, nobody gets in: local accounts are not let in by this profile.`,
        ]
      : []),
    "",
  ];
}

function entraLines(recipe: Recipe): readonly string[] {
  const outcome = recipe.outcomes.enforced ?? recipe.outcomes.placeholder;
  const check =
    outcome?.check === "mfa"
      ? "- The sign-in log shows a red line with 50076 for every check. It means that the password is correct; do not reset it."
      : "- The sign-in log shows checks that succeed with one factor (shown there as ROPC). This is wanted; tell whoever watches for such sign-ins.";
  return [
    `- ${recipe.summary}`,
    check,
    "- 50126: the password is wrong.",
    "- 50053: the account is locked, or Entra blocks the address as malicious.",
    "- 50055: the password has expired.",
    ...(outcome?.check === "clean"
      ? ["- 50076 at a check means that a policy now reaches it. It did not before. Tell the identity team."]
      : []),
    ...(recipe.caution === null ? [] : [`- ${recipe.caution}`]),
  ];
}

function otherLines({ provider }: UsersTextFacts): readonly string[] {
  return [
    `- [Write in: what ${provider} answers when a password is wrong, an account is locked, or a second factor is wanted.]`,
    "- A password check that fails by a policy and one with a wrong password look alike to people. The log of the Mac has the code.",
  ];
}
