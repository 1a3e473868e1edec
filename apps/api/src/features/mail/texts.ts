import { helsinkiDay } from '@vointi/shared/text/helsinki.ts';
import type { Language } from '@vointi/shared/text/text.ts';

export type Letter = { subject: string; text: string };

type Invitation = { name: string; where: string; url: string; until: Date };
type Access = { name: string; where: string; url: string };
type Feedback = { where: string; message: string; page: string | undefined; replyTo: string | undefined };

type Texts = {
  invitation: (given: Invitation) => Letter;
  reset: (given: Omit<Invitation, 'where'>) => Letter;
  access: (given: Access) => Letter;
  feedback: (given: Feedback) => Letter;
};

const clock = (language: 'fi-FI' | 'sv-FI' | 'en-GB', at: Date) => {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'Europe/Helsinki' }).format(at);
  return [
    // As on the pages.
    language === 'en-GB'
      ? format({ day: 'numeric', month: 'long', year: 'numeric' })
      : helsinkiDay(at).split('-').toReversed().join('.'),
    format({ hour: language === 'en-GB' ? '2-digit' : 'numeric', minute: '2-digit' }),
  ] as const;
};
const fi = (at: Date) => clock('fi-FI', at).join(' klo ');
const sv = (at: Date) => clock('sv-FI', at).join(' kl. ');
const en = (at: Date) => clock('en-GB', at).join(' at ');

const letter = (subject: string, ...paragraphs: string[]): Letter => ({ subject, text: paragraphs.join('\n\n') });

/** Plain and short: what happened, the one thing to do, and what to do if it was not expected. */
const texts: Record<Language, Texts> = {
  fi: {
    invitation: ({ name, where, url, until }) =>
      letter(
        `Tervetuloa Vointiin: ${where}`,
        `Hei ${name}!`,
        `Sinut on kutsuttu Vointiin, jossa hyvinvointisuunnitelman toimenpiteiden tilanne pidetään ajan tasalla (${where}).`,
        `Valitse salasana täällä, niin pääset alkuun:\n${url}`,
        `Linkki toimii kerran, ${fi(until)} asti. Jos se ehtii vanhentua, pyydä uusi siltä, joka kutsui sinut.`,
        'Jos et odottanut kutsua, voit jättää tämän viestin omaan arvoonsa.',
      ),
    reset: ({ name, url, until }) =>
      letter(
        'Uusi salasana Vointiin',
        `Hei ${name}!`,
        `Voit valita uuden salasanan täällä:\n${url}`,
        `Linkki toimii kerran, ${fi(until)} asti.`,
        'Jos et pyytänyt uutta salasanaa, sinun ei tarvitse tehdä mitään: entinen on yhä voimassa.',
      ),
    access: ({ name, where, url }) =>
      letter(
        `Pääset nyt myös tänne: ${where}`,
        `Hei ${name}!`,
        `Sinulla on Vointi-palvelussa uusi käyttöoikeus: ${where}. Kirjaudu sisään kuten ennenkin:\n${url}`,
        'Jos et odottanut tätä, kerro siitä kunnan pääkäyttäjälle.',
      ),
    feedback: ({ where, message, page, replyTo }) =>
      letter(
        `Saavutettavuuspalaute: ${where}`,
        'Vointi-palvelun lomakkeella annettiin palautetta:',
        message,
        `Sivu: ${page ?? 'ei kerrottu'}`,
        replyTo ? `Vastausta toivotaan osoitteeseen ${replyTo}.` : 'Palautteen antaja ei jättänyt osoitetta.',
      ),
  },
  sv: {
    invitation: ({ name, where, url, until }) =>
      letter(
        `Välkommen till Vointi: ${where}`,
        `Hej ${name}!`,
        `Du har bjudits in till Vointi, där läget för välfärdsplanens åtgärder hålls uppdaterat (${where}).`,
        `Välj ett lösenord här så kommer du i gång:\n${url}`,
        `Länken fungerar en gång, fram till ${sv(until)}. Om den hinner gå ut kan du be den som bjöd in dig om en ny.`,
        'Om du inte väntade dig en inbjudan behöver du inte göra någonting.',
      ),
    reset: ({ name, url, until }) =>
      letter(
        'Nytt lösenord till Vointi',
        `Hej ${name}!`,
        `Här kan du välja ett nytt lösenord:\n${url}`,
        `Länken fungerar en gång, fram till ${sv(until)}.`,
        'Om du inte bad om ett nytt lösenord behöver du inte göra någonting: det gamla gäller fortfarande.',
      ),
    access: ({ name, where, url }) =>
      letter(
        `Du har nu tillgång även hit: ${where}`,
        `Hej ${name}!`,
        `Du har fått en ny behörighet i Vointi: ${where}. Logga in som förut:\n${url}`,
        'Om du inte väntade dig det här, kontakta kommunens huvudanvändare.',
      ),
    feedback: ({ where, message, page, replyTo }) =>
      letter(
        `Respons om tillgänglighet: ${where}`,
        'Någon har gett respons med formuläret i Vointi:',
        message,
        `Sida: ${page ?? 'uppgavs inte'}`,
        replyTo ? `Svar önskas till ${replyTo}.` : 'Ingen adress för svar lämnades.',
      ),
  },
  en: {
    invitation: ({ name, where, url, until }) =>
      letter(
        `Welcome to Vointi: ${where}`,
        `Hello ${name},`,
        `You have been invited to Vointi, where the measures of the wellbeing plan are kept up to date (${where}).`,
        `Choose a password here to begin:\n${url}`,
        `The link works once, until ${en(until)}. If it expires first, ask whoever invited you for a new one.`,
        'If you were not expecting this, you need not do anything.',
      ),
    reset: ({ name, url, until }) =>
      letter(
        'A new password for Vointi',
        `Hello ${name},`,
        `You can choose a new password here:\n${url}`,
        `The link works once, until ${en(until)}.`,
        'If you did not ask for a new password, you need not do anything: the old one still works.',
      ),
    access: ({ name, where, url }) =>
      letter(
        `You now have access here too: ${where}`,
        `Hello ${name},`,
        `You have been given a new role in Vointi: ${where}. Sign in as before:\n${url}`,
        'If you were not expecting this, tell an administrator of the municipality.',
      ),
    feedback: ({ where, message, page, replyTo }) =>
      letter(
        `Feedback on accessibility: ${where}`,
        'Somebody used the feedback form of Vointi:',
        message,
        `Page: ${page ?? 'not told'}`,
        replyTo ? `An answer is hoped for at ${replyTo}.` : 'No address for an answer was left.',
      ),
  },
};

export const textsIn = (language: Language): Texts => texts[language];
