/** What text recognition takes for a letter of AADSTS, and for a digit. */
const letters: Readonly<Record<string, string>> = {
  "4": "A",
  "@": "A",
  "0": "D",
  "5": "S",
  $: "S",
  "7": "T",
  "8": "S",
};
const digits: Readonly<Record<string, string>> = {
  O: "0",
  Q: "0",
  D: "0",
  I: "1",
  L: "1",
  "|": "1",
  "!": "1",
  Z: "2",
  S: "5",
  $: "5",
  G: "6",
  B: "8",
};

const label = "AADSTS";
const mostWords = 400;

/**
 * Numbers that a text may mean where its code is damaged, as text recognition leaves it: `AADST550076`, `AADSTS5OO76`,
 * `AA0STS 50076`. Only numbers that the catalogue knows; they may be offered and never be taken for the code.
 */
export function brokenCodes(text: string, isKnown: (code: number) => boolean): readonly number[] {
  const found = new Set<number>();
  const words =
    text
      .slice(0, 100_000)
      .normalize("NFKC")
      .toUpperCase()
      .match(/[\p{L}\p{N}@$|!]+/gu) ?? [];
  const damaged = words.filter((word) => /[0-9@$]|^[A-Z]{4,7}$/.test(word));
  damaged.slice(0, mostWords).forEach((word, index) => {
    for (const code of codesOfWord(word)) if (isKnown(code)) found.add(code);
    const next = damaged[index + 1];
    if (next === undefined || word.length > 9 || next.length > 8) return;
    for (const code of codesOfWord(word + next)) if (isKnown(code)) found.add(code);
  });
  return [...found].slice(0, 3);
}

function codesOfWord(word: string): readonly number[] {
  if (word.length < 9 || word.length > 15) return bareNumber(word);
  const codes: number[] = [];
  for (const length of [6, 5, 7]) {
    const code = numberOf(word.slice(length));
    if (code !== null && isNearlyLabel(word.slice(0, length))) codes.push(code);
  }
  return codes;
}

/** `5OO76`: digits with letters that look like digits. */
function bareNumber(word: string): readonly number[] {
  const isMixed =
    /^[0-9A-Z|!$]{5,7}$/.test(word) && (word.match(/[0-9]/g)?.length ?? 0) >= 2 && /[^0-9]/.test(word);
  const code = isMixed ? numberOf(word) : null;
  return code === null ? [] : [code];
}

function numberOf(text: string): number | null {
  const plain = [...text].map((sign) => digits[sign] ?? sign).join("");
  return /^\d{5,8}$/.test(plain) ? Number(plain) : null;
}

/** At most one letter of AADSTS is wrong, missing or too many, after what looks like a letter was taken for it. */
function isNearlyLabel(text: string): boolean {
  const plain = [...text].map((sign) => letters[sign] ?? sign).join("");
  if (plain.length === label.length) return [...plain].filter((sign, at) => sign !== label[at]).length <= 1;
  const [short, long] = plain.length < label.length ? [plain, label] : [label, plain];
  if (long.length - short.length !== 1) return false;
  return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);
}
