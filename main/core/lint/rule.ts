import type { Certainty, Finding } from "../finding.ts";
import type { TypedJson } from "../plist/typed-json.ts";
import type { LintContext } from "./context.ts";
import type { LintSubject } from "./subject.ts";

/** What a rule is about; the pages of the documentation are parted by it. */
export type RuleGroup =
  | "form"
  | "identity"
  | "conditional access"
  | "accounts"
  | "lock-out"
  | "secrets and structure";

/** What a rule found at one place. What it does not say comes from the rule. */
export type Hit = Pick<Finding, "title" | "detail" | "where" | "fix"> &
  Partial<Pick<Finding, "severity" | "certainty" | "source">>;

/** Settings in typed JSON, as `convert --to json` writes them. */
export type ExampleSettings = { readonly [key: string]: TypedJson };

/** A profile that shows a rule: the documentation prints it, and a test runs the rule on it. */
export type RuleExample = {
  /** Settings by preference domain: each domain is one payload of a profile that is otherwise in order. */
  readonly settings?: Readonly<Record<string, ExampleSettings>>;
  /** The whole profile, for a rule about its structure; stands in place of `settings`. */
  readonly profile?: ExampleSettings;
  /** Version of Jamf Connect that is linted for, `--jamf-connect`. */
  readonly jamfConnect?: string;
  /** Conditional Access policies as Microsoft Graph exports them, `--policies`. */
  readonly policies?: readonly ExampleSettings[];
  /** The day on which it is linted, as `2026-11-29`. */
  readonly today?: string;
};

/**
 * One mistake that is known. Everything that people read about it stands here, and the pages in `docs/rules/` and the
 * explanation in the app are made of it.
 */
export type LintRule = {
  /** Stable, kebab-case: suppressions, baselines and SARIF go by it. */
  readonly id: string;
  readonly group: RuleGroup;
  /** What is wrong when it fires, in a few words: no full stop. */
  readonly name: string;
  readonly severity: Finding["severity"];
  readonly certainty: Certainty;
  /** What comes of the mistake, and how it is known. */
  readonly why: string;
  /** Address of the documentation that the rule rests on. */
  readonly source: string;
  /** A profile that it finds something in. */
  readonly fires: RuleExample;
  /** The same profile put right. */
  readonly silent: RuleExample;
  /**
   * Looks at a document. Pure, in linear time, and it never puts the value of a secret into a text. A generator is left
   * off after the first hundred hits.
   */
  readonly check: (subject: LintSubject, context: LintContext) => Iterable<Hit>;
};
