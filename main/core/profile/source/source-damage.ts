/** What is wrong with a typed source beside its XML. `where` says what was seen at the place. */
export type SourceDamage = {
  readonly code: string;
  readonly title: string;
  readonly where: string;
  readonly fix: string;
};

export const markMoved: SourceDamage = {
  code: "source-mark-moved",
  title: "The mark of a secret stands where it did not stand before.",
  where: "a mark stands for a secret at the key where it was; moved or copied it stands for nothing.",
  fix: "Take the change back, or type the secret itself in its place.",
};

export const markDamaged: SourceDamage = {
  code: "source-mark-damaged",
  title: "Only a part of the mark of a secret stands here.",
  where: "the whole mark keeps the secret; a text of your own replaces it.",
  fix: "Take the change back, or delete what is left of the mark and type the new secret.",
};

export const commentNotTaken: SourceDamage = {
  code: "source-comment-not-taken",
  title: "A comment that is typed here is not kept.",
  where: "this source shows the settings alone; comments of the file itself stay in it.",
  fix: "Write comments into the saved file with a text editor.",
};

export const notADictionary: SourceDamage = {
  code: "source-not-a-dictionary",
  title: "This is not a dictionary.",
  where: "profiles and preference files are dictionaries.",
  fix: "Put everything between <dict> and </dict>.",
};

export function otherForm(format: "mobileconfig" | "plist"): SourceDamage {
  return format === "mobileconfig"
    ? {
        code: "source-other-form",
        title: "Without PayloadContent and PayloadType this is no profile any more.",
        where: "a profile has a list of payloads, or says Configuration in its PayloadType.",
        fix: "Take the change back. Export writes the settings of one domain as a property list.",
      }
    : {
        code: "source-other-form",
        title: "This would turn the settings of one domain into a profile.",
        where: "PayloadContent or PayloadType stand in the settings themselves.",
        fix: "Take the change back. Export writes these settings as a profile.",
      };
}
