import type { MemberRole } from '@vointi/shared/access/permissions.ts';
import type { Language } from '@vointi/shared/text/text.ts';

const roles = {
  fi: {
    admin: 'pääkäyttäjä',
    coordinator: 'koordinaattori',
    leader: 'johto',
    approver: 'hyväksyjä',
    reporter: 'raportoija',
  },
  sv: {
    admin: 'huvudanvändare',
    coordinator: 'koordinator',
    leader: 'ledning',
    approver: 'godkännare',
    reporter: 'rapportör',
  },
  en: { admin: 'admin', coordinator: 'coordinator', leader: 'leader', approver: 'approver', reporter: 'reporter' },
} satisfies Record<Language, Record<MemberRole, string>>;

const words = {
  fi: {
    invited: (email: string, role: string, slug: string) => `${email}: ${role}, ${slug}`,
    link: (until: string) => `Salasana valitaan täällä, kerran, ${until} asti. Välitä linkki vain hänelle itselleen:`,
    noMunicipality: (slug: string) => `Kuntaa "${slug}" ei ole; plan:load luo sen suunnitelman mukana.`,
    noDepartment: (slug: string) => `Vastuutahoa "${slug}" ei kunnassa ole.`,
  },
  sv: {
    invited: (email: string, role: string, slug: string) => `${email}: ${role}, ${slug}`,
    link: (until: string) => `Lösenordet väljs här, en gång, till ${until}. Ge länken bara till personen själv:`,
    noMunicipality: (slug: string) => `Det finns ingen kommun "${slug}"; plan:load skapar den med en plan.`,
    noDepartment: (slug: string) => `Kommunen har ingen ansvarig "${slug}".`,
  },
  en: {
    invited: (email: string, role: string, slug: string) => `${email}: ${role}, ${slug}`,
    link: (until: string) => `The password is chosen here, once, until ${until}. Give the link to nobody else:`,
    noMunicipality: (slug: string) => `There is no municipality "${slug}"; plan:load makes it with a plan.`,
    noDepartment: (slug: string) => `The municipality has no department "${slug}".`,
  },
} satisfies Record<Language, unknown>;

export const inviteWords = (language: Language) => words[language];
export const roleWord = (role: MemberRole, language: Language): string => roles[language][role];
