import * as z from 'zod';
import { Done, municipalityParams } from '../http/common-contract.ts';
import { route } from '../http/route.ts';
import { DepartmentRef } from '../plan/contract.ts';
import { name, slug, textOf } from '../text/contract.ts';
import { email, line, version } from '../text/fields.ts';
import { languages } from '../text/text.ts';
import { getLogo, getMunicipality, getSettings, sendFeedback, updateLogo, updateSettings } from './endpoints.ts';
import { boardAccesses } from './board-access.ts';
import { maxFeedback, maxFeedbackPage, maxStatement } from './limits.ts';

export const Settings = z.object({
  slug,
  name,
  /** Languages of the municipality; always includes Finnish. */
  languages: z.array(z.enum(languages)),
  boardAccess: z.enum(boardAccesses),
  /** Whether an approver of the department confirms answers before they count. */
  approvalStep: z.boolean(),
  /** Departments of published plans without an approver: with the step, a coordinator has to approve their answers. */
  withoutApprover: z.array(DepartmentRef),
  /** The municipality's own part of the accessibility statement. */
  statement: textOf(maxStatement).nullable(),
  /** Recipient of feedback on accessibility; null: no feedback form. */
  feedbackEmail: z.string().nullable(),
  /** Address of the logo, with its version; null without a logo. */
  logo: z.string().nullable(),
  version,
});
export type Settings = z.output<typeof Settings>;

/** The public part of the settings. */
export const PublicSettings = z.object({
  slug,
  name,
  languages: z.array(z.enum(languages)),
  statement: textOf(maxStatement).nullable(),
  hasFeedback: z.boolean(),
  logo: z.string().nullable(),
});
export type PublicSettings = z.output<typeof PublicSettings>;

export const settingsApi = {
  getPublic: route(getMunicipality, {
    can: 'plan:read',
    tag: 'municipality',
    summary: 'Get a municipality',
    description: 'Returns the municipality’s name, languages, logo and its part of the accessibility statement.',
    params: municipalityParams,
    response: PublicSettings,
  }),
  get: route(getSettings, {
    can: 'municipality:manage',
    tag: 'municipality',
    summary: 'Get the settings',
    description:
      'Returns languages, access to the board, the approval step, logo, accessibility statement and feedback contact.',
    params: municipalityParams,
    response: Settings,
  }),
  update: route(updateSettings, {
    can: 'municipality:manage',
    tag: 'municipality',
    summary: 'Update the settings',
    description:
      'Fields that are left out keep their values; null clears a field. A board that becomes available to signed-in users only disappears from public pages at once.',
    params: municipalityParams,
    body: z.strictObject({
      version,
      name: z.exactOptional(name),
      languages: z.exactOptional(
        z
          .array(z.enum(languages))
          .min(1)
          .max(languages.length)
          .refine((list) => list.includes('fi'), 'Finnish is always among them')
          .refine((list) => new Set(list).size === list.length, 'each once'),
      ),
      boardAccess: z.exactOptional(z.enum(boardAccesses)),
      approvalStep: z.exactOptional(z.boolean()),
      statement: z.exactOptional(textOf(maxStatement).nullable()),
      feedbackEmail: z.exactOptional(email.nullable()),
    }),
    response: Settings,
  }),
  updateLogo: route(updateLogo, {
    can: 'municipality:manage',
    tag: 'municipality',
    summary: 'Set or remove the logo',
    description:
      'A PNG, JPEG or WebP image of at most 120 kB. The format is read from its first bytes. Null removes the logo.',
    params: municipalityParams,
    body: z.strictObject({ version, data: z.base64().max(164_000).nullable() }),
    response: Settings,
  }),
  getLogo: route(getLogo, {
    can: 'plan:read',
    tag: 'municipality',
    summary: 'Get the logo',
    description: 'Returns the image. Its address in the settings changes when the image changes.',
    params: municipalityParams,
    query: z.strictObject({ v: z.exactOptional(z.string().max(20)) }),
    response: z.unknown(),
    produces: 'image/*',
  }),
  sendFeedback: route(sendFeedback, {
    can: 'plan:read',
    tag: 'municipality',
    summary: 'Send feedback on accessibility',
    description:
      'Sends the feedback by mail to the municipality’s contact; it is not stored. An address for the reply is optional.',
    params: municipalityParams,
    body: z.strictObject({
      message: z.string().trim().min(1).max(maxFeedback),
      page: z.exactOptional(line(maxFeedbackPage)),
      replyTo: z.exactOptional(email),
    }),
    response: Done,
  }),
};
