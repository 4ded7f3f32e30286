import type { LintRule } from "../rule.ts";
import { doubleEscaped } from "../rules/double-escaped.ts";
import { invisibleCharacters } from "../rules/invisible-characters.ts";
import { keyDeprecated } from "../rules/key-deprecated.ts";
import { keyInWrongDomain } from "../rules/key-in-wrong-domain.ts";
import { keyOutsideItsDictionary } from "../rules/key-outside-its-dictionary.ts";
import { keyTooNew } from "../rules/key-too-new.ts";
import { legacyDomain } from "../rules/legacy-domain.ts";
import { legacyProviderName } from "../rules/legacy-provider-name.ts";
import { notAGuid } from "../rules/not-a-guid.ts";
import { notAUrl } from "../rules/not-a-url.ts";
import { notAnEnumValue } from "../rules/not-an-enum-value.ts";
import { placeholderLeft } from "../rules/placeholder-left.ts";
import { typeMismatch } from "../rules/type-mismatch.ts";
import { unknownKey } from "../rules/unknown-key.ts";

/** How a single value is written, and where its key stands. */
export const formRules: readonly LintRule[] = [
  typeMismatch,
  notAnEnumValue,
  notAGuid,
  notAUrl,
  placeholderLeft,
  invisibleCharacters,
  unknownKey,
  keyInWrongDomain,
  keyOutsideItsDictionary,
  keyTooNew,
  keyDeprecated,
  legacyDomain,
  legacyProviderName,
  doubleEscaped,
];
