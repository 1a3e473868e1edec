import * as z from 'zod';
import { Done } from '../http/body-contract.ts';
import { route } from '../http/route.ts';
import { name, slug, textOf } from '../text/contract.ts';
import { email, line, version } from '../text/fields.ts';
import { languages } from '../text/text.ts';
import { getLogo, getMunicipality, getSettings, sendFeedback, updateLogo, updateSettings } from './endpoints.ts';
import { boardAccesses } from './board-access.ts';
import { maxFeedback, maxFeedbackPage, maxStatement } from './limits.ts';

export const Settings = z.object({
  slug,
  name,
  /** Languages the municipality offers; Finnish is always among them. */
  languages: z.array(z.enum(languages)),
  boardAccess: z.enum(boardAccesses),
  /** Whether an approver of the department confirms what its reporters send. */
  approvalStep: z.boolean(),
  /** Of the municipality's own, in the accessibility statement of its pages. */
  statement: textOf(maxStatement).nullable(),
  /** Where feedback on accessibility goes; null: no form is offered. */
  feedbackEmail: z.string().nullable(),
  /** Where the logo is, with its version; null without one. */
  logo: z.string().nullable(),
  version,
});
export type Settings = z.output<typeof Settings>;

/** What anybody sees of the settings: for pages of the municipality. */
export const PublicSettings = z.object({
  slug,
  name,
  languages: z.array(z.enum(languages)),
  statement: textOf(maxStatement).nullable(),
  hasFeedback: z.boolean(),
  logo: z.string().nullable(),
});
export type PublicSettings = z.output<typeof PublicSettings>;

const at = z.object({ slug });

export const settingsApi = {
  getPublic: route(getMunicipality, {
    can: 'plan:read',
    tag: 'municipality',
    summary: 'One municipality',
    description: 'Its name, languages, logo and its own part of the accessibility statement.',
    params: at,
    response: PublicSettings,
  }),
  get: route(getSettings, {
    can: 'municipality:manage',
    tag: 'municipality',
    summary: 'Settings of the municipality',
    description: 'Languages, who sees the board, the step of approval, logo, statement and contact for feedback.',
    params: at,
    response: Settings,
  }),
  update: route(updateSettings, {
    can: 'municipality:manage',
    tag: 'municipality',
    summary: 'Change the settings',
    description:
      'What is left out stays; null clears. A board that is for the signed-in is gone from public pages at once.',
    params: at,
    body: z.strictObject({
      version,
      name: z.exactOptional(name),
      languages: z.exactOptional(
        z
          .array(z.enum(languages))
          .min(1)
          .max(3)
          .refine((given) => given.includes('fi'), 'Finnish is always among them')
          .refine((given) => new Set(given).size === given.length, 'each once'),
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
      'A PNG, JPEG or WebP of at most 120 kB, told by its first bytes whatever it is called; null removes it.',
    params: at,
    body: z.strictObject({ version, data: z.base64().max(164_000).nullable() }),
    response: Settings,
  }),
  getLogo: route(getLogo, {
    can: 'plan:read',
    tag: 'municipality',
    summary: 'The logo',
    description: 'The picture itself. Its address in the settings changes with it.',
    params: at,
    query: z.strictObject({ v: z.exactOptional(z.string().max(20)) }),
    response: z.unknown(),
    produces: 'image/*',
  }),
  sendFeedback: route(sendFeedback, {
    can: 'plan:read',
    tag: 'municipality',
    summary: 'Feedback on accessibility',
    description:
      'Goes by mail to the contact of the municipality and is not kept. With an address of one’s own for the answer, or without.',
    params: at,
    body: z.strictObject({
      message: z.string().trim().min(1).max(maxFeedback),
      page: z.exactOptional(line(maxFeedbackPage)),
      replyTo: z.exactOptional(email),
    }),
    response: Done,
  }),
};
