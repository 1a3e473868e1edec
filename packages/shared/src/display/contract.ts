import * as z from 'zod';
import { Done, municipalityParams, rowParams } from '../http/common-contract.ts';
import { MeasureDetail, measureParams } from '../measure/contract.ts';
import { ageGroups } from '../measure/progress.ts';
import { directions, trends, trendTones } from '../indicator/kind.ts';
import { PeriodValue } from '../indicator/trend-contract.ts';
import { route } from '../http/route.ts';
import { DepartmentRef, PlanHead, planParams, BoardRound } from '../plan/contract.ts';
import { tones } from '../finding/tone.ts';
import { name, slug, textOf } from '../text/contract.ts';
import { line, version } from '../text/fields.ts';
import { languages } from '../text/text.ts';
import { codeAlphabet, codeLength, plainCode } from './code.ts';
import { Command, Presenter } from './presenter-contract.ts';
import { displayStates, displayThemes, sceneKinds } from './kind.ts';
import {
  claimPairing,
  commandDisplay,
  createDisplay,
  createPairing,
  deleteDisplay,
  getDisplay,
  getOwnDisplay,
  getScreenMeasure,
  getScreenScenes,
  listDisplays,
  streamEvents,
  updateDisplay,
} from './endpoints.ts';
import { maxDisplays, maxRoom, maxSceneSeconds, minSceneSeconds } from './limits.ts';
import { maxSource, maxUnit } from '../indicator/limits.ts';
import { maxFindingText } from '../finding/limits.ts';
import { maxLongName } from '../text/limits.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day, 00:00–23:59');

export const NightHours = z.strictObject({ from: clock, to: clock });

/** Settings of one room's screen. */
export const DisplaySettings = z.strictObject({
  scenes: z
    .array(z.enum(sceneKinds))
    .min(1)
    .max(sceneKinds.length)
    .refine((list) => new Set(list).size === list.length, 'each once')
    .meta({ description: 'The scenes to show, in this order.' }),
  seconds: z
    .int()
    .min(minSceneSeconds)
    .max(maxSceneSeconds)
    .meta({ description: 'Seconds for a scene, or for each page of a scene.' }),
  theme: z.enum(displayThemes),
  night: NightHours.nullable().meta({
    description: 'Start and end of the hours when the screen is dimmed, in Finnish time. Null: never.',
  }),
  language: z.enum(languages),
  year: z.int().min(2000).max(2099).nullable().meta({ description: 'Null: the newest published plan.' }),
});
export type DisplaySettings = z.output<typeof DisplaySettings>;

export const DisplayRow = z.object({
  id: z.uuid(),
  room: z.string(),
  settings: DisplaySettings,
  state: z.enum(displayStates),
  pairedAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().nullable(),
  presenter: Presenter,
  version,
  can: z.object({ edit: z.boolean(), present: z.boolean() }),
});
export type DisplayRow = z.output<typeof DisplayRow>;

/** What a paired screen knows of itself. */
export const OwnDisplay = z.object({
  id: z.uuid(),
  room: z.string(),
  municipality: z.object({ slug, name, isFictional: z.boolean() }),
  settings: DisplaySettings,
  version,
  /** Year of the plan to show; null: the municipality has not published it. */
  year: z.int().nullable(),
  presenter: Presenter,
  /** The server's clock, and which build it serves. */
  now: z.iso.datetime(),
  build: z.string().nullable(),
});
export type OwnDisplay = z.output<typeof OwnDisplay>;

/** `pending`: the code waits for confirmation; `paired`: the screen has its right; `none`: request a code. */
export const PairingState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('pending'), code: z.string(), expiresAt: z.iso.datetime(), now: z.iso.datetime() }),
  z.object({ state: z.literal('paired') }),
  z.object({ state: z.literal('none') }),
]);
export type PairingState = z.output<typeof PairingState>;

const period = z.string().nullable().meta({ description: 'Null when the source does not give it.' });
const figure = z.object({ period, value: z.number() });

/** An indicator as one large number: of the whole municipality, else of the age group with most figures. */
export const ScreenIndicator = z.object({
  slug,
  name: textOf(maxLongName),
  unit: textOf(maxUnit).nullable(),
  decimals: z.int(),
  direction: z.enum(directions),
  source: textOf(maxSource).nullable(),
  /** Goals of the indicator, directly or by its measures. */
  goals: z.array(slug),
  ageGroup: z.enum(ageGroups).nullable(),
  latest: figure,
  trend: z
    .object({ move: z.enum(trends), tone: z.enum(trendTones) })
    .nullable()
    .meta({ description: 'By the same rule as on other pages. Null when the rule gives no verdict.' }),
  target: PeriodValue.nullable().meta({
    description: 'The target of the newest value’s period, else the next one, else the last one.',
  }),
  /** Oldest first; null: the value is missing or hidden, or the series breaks, and the line has a gap. */
  series: z.array(z.object({ period, value: z.number().nullable() })),
});
export type ScreenIndicator = z.output<typeof ScreenIndicator>;

/** One department's count of answers in the open round; never people. */
export const ScreenDepartment = z.object({
  department: DepartmentRef,
  total: z.int(),
  missing: z
    .int()
    .meta({ description: 'Number of assignments without an answer. After the round’s last day they are late.' }),
});

export const ScreenFinding = z.object({
  slug,
  tone: z.enum(tones),
  text: textOf(maxFindingText),
  period: z.string().nullable(),
  ageGroups: z.array(z.enum(ageGroups)),
});

export const ScreenScenes = z.object({
  plan: PlanHead,
  /** Null: no round is open. */
  answers: z.object({ round: BoardRound, departments: z.array(ScreenDepartment) }).nullable(),
  indicators: z.array(ScreenIndicator),
  findings: z.array(ScreenFinding),
});
export type ScreenScenes = z.output<typeof ScreenScenes>;

const code = z
  .string()
  .max(20)
  .transform(plainCode)
  .refine(
    (code) => code.length === codeLength && [...code].every((letter) => codeAlphabet.includes(letter)),
    'a code as the screen shows it',
  );
const room = line(maxRoom);

/** For a screen during and after pairing. */
export const screenApi = {
  createPairing: route(createPairing, {
    can: 'session:open',
    tag: 'display',
    summary: 'Request a pairing code',
    description:
      'For a screen that is not paired. Sets a cookie that gives no access until somebody confirms the code. While the code is valid, the same screen gets the same code.',
    response: PairingState,
  }),
  claim: route(claimPairing, {
    can: 'session:open',
    tag: 'display',
    summary: 'Check whether the code is confirmed',
    description:
      'The screen that shows the code calls this every few seconds. After the confirmation the cookie identifies the screen.',
    response: PairingState,
  }),
  get: route(getOwnDisplay, {
    can: 'display:own',
    as: 'screen',
    tag: 'display',
    summary: 'Get the calling screen',
    description:
      'Returns the room, the settings, the plan to show and the presenter’s commands, with the server’s time and build. Gives 401 when the screen is not, or no longer, paired.',
    response: OwnDisplay,
  }),
  scenes: route(getScreenScenes, {
    can: 'plan:read',
    as: 'screen',
    tag: 'display',
    summary: 'Get the scenes of a screen',
    description:
      'Returns what a screen shows besides the board: answers that are missing in the open round, by department; the plan’s indicators with trend, target and series; findings. Changes since the previous round are part of the board. The response depends only on the plan’s revision and has an ETag.',
    params: planParams,
    response: ScreenScenes,
  }),
  measure: route(getScreenMeasure, {
    can: 'plan:read',
    as: 'screen',
    tag: 'display',
    summary: 'Get a measure for a screen',
    description:
      'Returns the public view of the measure, even when somebody has signed in at the screen: a screen is in a public place. `id` is the measure’s code or UUID.',
    params: measureParams,
    response: MeasureDetail,
  }),
  events: route(streamEvents, {
    can: 'plan:read',
    as: 'screen',
    tag: 'display',
    summary: 'Stream changes',
    description:
      'Server-sent events: `plan` with the plan’s new revision, `heartbeat` every 15 seconds with the server’s time and build, `closing` before the server ends the stream, and for a paired screen also `display` and `revoked`. The stream begins with the current state, so a client loses nothing when it reconnects.',
    params: municipalityParams,
    response: z.unknown(),
    produces: 'text/event-stream',
  }),
};

export const displayApi = {
  list: route(listDisplays, {
    can: 'display:read',
    tag: 'display',
    summary: 'List screens',
    description:
      'Returns the rooms with their settings, the time when each screen was last seen, and the presenter’s commands.',
    params: municipalityParams,
    response: z.object({ displays: z.array(DisplayRow).max(maxDisplays) }),
  }),
  get: route(getDisplay, {
    can: 'display:read',
    tag: 'display',
    summary: 'Get a screen',
    description:
      'Returns one room with its settings, the time when its screen was last seen, and the presenter’s commands.',
    params: rowParams,
    response: DisplayRow,
  }),
  create: route(createDisplay, {
    can: 'display:manage',
    tag: 'display',
    summary: 'Pair a screen',
    description:
      'Confirms the code on the screen and names its room. A code is valid for ten minutes and for one use. When the screen is in another network, the caller must state with `isSeen` that they see it. Without settings the room gets the default ones.',
    params: municipalityParams,
    body: z.strictObject({
      code,
      room,
      settings: z.exactOptional(DisplaySettings),
      isSeen: z.exactOptional(z.boolean()).meta({ description: 'True: the caller stands in front of the screen.' }),
    }),
    response: DisplayRow,
  }),
  update: route(updateDisplay, {
    can: 'display:manage',
    tag: 'display',
    summary: 'Update a screen',
    description: 'Fields that are left out keep their values. The screen applies the change at once.',
    params: rowParams,
    body: z.strictObject({ version, room: z.exactOptional(room) }).extend(DisplaySettings.partial().shape),
    response: DisplayRow,
  }),
  delete: route(deleteDisplay, {
    can: 'display:manage',
    tag: 'display',
    summary: 'Revoke a screen',
    description: 'Ends the screen’s access at once. The screen clears its content within a minute.',
    params: rowParams,
    response: Done,
  }),
  command: route(commandDisplay, {
    can: 'display:present',
    tag: 'display',
    summary: 'Control a screen',
    description:
      'Pauses, resumes, steps, pins a scene or opens a measure on the screen. Three hours after the last command the screen continues on its own.',
    params: rowParams,
    body: Command,
    response: Presenter,
  }),
};
