import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { departmentProblem, departmentRoles, type MemberRole, memberRoles } from '@vointi/shared/access/permissions.ts';
import { email as Email, line } from '@vointi/shared/text/fields.ts';
import { isLanguage, type Language, languageFacts, languages } from '@vointi/shared/text/text.ts';
import { parseEnv } from '../../env.ts';
import type fi from '../../locales/fi/invite-command.json';
import { linkSecretOf } from '../../link-secret.ts';
import { runCommand, UsageError } from '../../platform/command.ts';
import { messagesOf } from '../../platform/messages.ts';
import { urlOfLink } from '../../platform/one-time-link.ts';
import { withDatabase } from '../../platform/with-database.ts';
import { type Invited, inviteByOperator } from './write-invitation.ts';
import { maxDisplayName } from '@vointi/shared/user/limits.ts';

const root = resolve(import.meta.dirname, '../../../../..');
const usage =
  `Usage: npm run user:invite -- MUNICIPALITY EMAIL ROLE NAME [--department DEPARTMENT] [--lang ${languages.join('|')}]\n` +
  `ROLE is one of ${memberRoles.join(', ')}; ${departmentRoles.join(' and ')} need a department.`;

const isRole = (word: string): word is MemberRole => (memberRoles as readonly string[]).includes(word);

/** The language of the output; the account is in Finnish unless one is given. */
function readArguments(): Invited & { printed: Language } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { department: { type: 'string' }, lang: { type: 'string' } },
  });
  const [slug, address, role, ...names] = positionals;
  const name = names.join(' ').trim();
  if (!slug || !address || !role || !name) throw new UsageError('Give municipality, e-mail, role and name.');
  if (!line(maxDisplayName).safeParse(name).success)
    throw new UsageError(`The name is not one line of up to ${maxDisplayName} characters.`);
  const email = Email.safeParse(address);
  if (!email.success) throw new UsageError(`"${address}" is not an e-mail address.`);
  if (!isRole(role)) throw new UsageError(`There is no role "${role}".`);
  const { department, lang } = values;
  const problem = departmentProblem(role, department);
  if (problem !== null) {
    throw new UsageError(
      problem === 'department_needed' ? `${role} needs --department.` : `${role} has no department.`,
    );
  }
  if (lang !== undefined && !isLanguage(lang)) throw new UsageError(`There is no language "${lang}".`);
  return { slug, email: email.data, role, name, department, language: lang ?? 'fi', printed: lang ?? 'en' };
}

await runCommand(usage, async () => {
  const { printed, ...invitee } = readArguments();
  const env = parseEnv(process.env, root);
  const t = messagesOf<typeof fi>('invite-command')[printed];
  const result = await withDatabase((db) => inviteByOperator(db, new Date(), invitee));
  if ('missing' in result) {
    console.error(
      result.missing === 'municipality'
        ? t('noMunicipality', { slug: invitee.slug })
        : t('noDepartment', { slug: invitee.department }),
    );
    return 1;
  }
  const baseUrl = () => env.publicUrl ?? `http://${env.host}:${env.port}`;
  const until = new Intl.DateTimeFormat(languageFacts[printed].locale, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Helsinki',
  }).format(result.until);
  console.log(t('invited', { email: invitee.email, role: t(`role.${invitee.role}`), slug: invitee.slug }));
  console.log(t('link', { until }));
  console.log(urlOfLink({ baseUrl, linkSecret: linkSecretOf(env) }, result.linkId));
  return 0;
});
