import type { TextWords } from "./text-words.ts";

/** The commonest small words of English, and of languages in which the pages of Microsoft and Jamf are often seen. */
const english: ReadonlySet<string> = new Set(
  "the is are was to of and in on not your for with it this you that be has have can at from an by as when then but error login sign failed password".split(
    " ",
  ),
);
const others: ReadonlySet<string> = new Set(
  [
    "der die das und ist nicht mit für ein eine wird kann wurde auf dem den sich bei anmeldung kennwort passwort fehler benutzer konto ihr ihre",
    "le la les est pas une des du pour avec dans votre vous mot passe erreur connexion compte sur ne",
    "el los las una que por con su del se contraseña sesión usuario cuenta iniciar puede",
    "il lo gli di che non per con una accesso utente account errore della sono",
    "het een niet van met voor op zijn wachtwoord aanmelden gebruiker fout uw kan",
    "o os não uma para com senha usuário conta erro entrar seu sua você",
    "och att det är inte med för lösenord inloggning konto fel ditt",
    "ikke og er med for adgangskode passord konto feil fejl din",
    "nie jest hasło logowanie konto błąd użytkownik się do",
  ]
    .join(" ")
    .split(" "),
);

/** True for a text that is most likely not English, so that English words say nothing about it. */
export function isInAnotherLanguage(text: TextWords): boolean {
  let ours = 0;
  let theirs = 0;
  let foreignLetters = 0;
  for (const word of text.all.slice(0, 2000)) {
    if (english.has(word)) ours += 1;
    if (others.has(word)) theirs += 1;
    if (/[^\p{Script=Latin}\p{N}\p{M}]/u.test(word)) foreignLetters += 1;
  }
  if (foreignLetters * 2 > text.count) return true;
  return theirs >= 2 && theirs > ours;
}
