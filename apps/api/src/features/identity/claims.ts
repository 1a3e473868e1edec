import type { MemberRole } from '@vointi/shared/access/permissions.ts';
import { emailPattern } from '@vointi/shared/text/email.ts';
import { languages } from '@vointi/shared/text/text.ts';
import { maxDisplayName } from '@vointi/shared/user/limits.ts';

export type Claims = Record<string, unknown>;
export type GivenRole = { role: MemberRole; departmentId: string | null };
export type MapEntry = GivenRole & { claim: string; value: string };

/** The values of a claim as the map writes them: one or a list, each in one spelling. */
export function valuesOf(claims: Claims, name: string): string[] {
  if (!Object.hasOwn(claims, name)) return [];
  const claim = claims[name];
  return (Array.isArray(claim) ? claim : [claim]).flatMap((value: unknown) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [],
  );
}

export const keyOf = ({ role, departmentId }: GivenRole): string => `${role} ${departmentId ?? ''}`;

/** The roles that the map gives for these claims, each once. Values must match exactly. */
export function rolesOf(map: readonly MapEntry[], claims: Claims): GivenRole[] {
  const matching = map.filter(({ claim, value }) => valuesOf(claims, claim).includes(value));
  return [
    ...new Map(
      matching.map(({ role, departmentId }) => [keyOf({ role, departmentId }), { role, departmentId }]),
    ).values(),
  ];
}

const textOf = (claim: unknown): string | undefined => {
  if (typeof claim !== 'string') return undefined;
  const text = claim
    .normalize('NFC')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim();
  return [...text].slice(0, maxDisplayName).join('').trim() || undefined;
};

/** The claims that name a person; requested like those of the map. */
export const profileClaims = ['name'] as const;

/** Name and address of a person. Issuer and subject identify them, these do not. */
export function profileOf(claims: Claims): { displayName: string; contactEmail: string | null } {
  const both = [textOf(claims['given_name']), textOf(claims['family_name'])].filter(Boolean).join(' ');
  const displayName =
    textOf(claims['name']) ?? textOf(both) ?? textOf(claims['preferred_username']) ?? textOf(claims['sub']) ?? '–';
  const email = typeof claims['email'] === 'string' ? claims['email'].trim().toLowerCase() : '';
  const isUsable = emailPattern.test(email) && email.length <= 254 && claims['email_verified'] !== false;
  return { displayName, contactEmail: isUsable ? email : null };
}

/** The person's language at the provider; Finnish when the product has no such language. */
export function languageOf(claims: Claims): (typeof languages)[number] {
  const [first] = String(claims['locale'] ?? '').split(/[-_]/);
  return languages.find((language) => language === first?.toLowerCase()) ?? 'fi';
}
