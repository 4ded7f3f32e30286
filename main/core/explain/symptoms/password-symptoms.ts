import { type Symptom, thread } from "./symptom.ts";

/** What people say when the password itself is in question. */
export const passwordSymptoms: readonly Symptom[] = [
  {
    id: "right-password-refused",
    title: "A right password is refused: it works in a browser, not in the password check",
    meaning:
      "The browser and the password check are two logins. What the check is answered decides, and the browser says nothing about it.",
    words: [
      [
        "incorrect password",
        "wrong password",
        "password prompt",
        "prompted for",
        "asks for the password",
        "password is refused",
        "right password",
        "password is right",
        "does not accept",
      ],
      [
        "right",
        "correct password",
        "works",
        "again",
        "keeps",
        "portal",
        "browser",
        "over and over",
        "log in to",
        "can log in",
        "can sign in",
      ],
    ],
    suspects: [
      {
        what: "The check is answered with a code that Jamf Connect does not count as success.",
        test: "Run: test ropg --from menu-bar. Read the code, and add it to IdPSettings.SuccessCodes if the password is called correct.",
        because: "Only AADSTS50076 is documented as a good check.",
        codes: [50079, 50158, 53003, 53000],
      },
      {
        what: "The user is federated, and Entra holds no usable password hash.",
        test: "Run: test ropg. 50126 or 50056 for a password that works in a browser points to it.",
        because: "The browser is led to the other identity provider; the password check is not.",
        codes: [50126, 50056],
      },
      {
        what: "The password of the Mac is still the old one.",
        test: "Compare the date of the last password change in Entra with the last sync of the Mac.",
        because:
          "After a change in the browser the Mac keeps its password until Jamf Connect has compared the two.",
        codes: [],
      },
    ],
    sources: [thread],
  },
];
