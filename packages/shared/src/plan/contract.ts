import * as z from 'zod';
import { departmentKinds } from '../department/kind.ts';
import { ageGroups, progresses, recurrences, statuses } from '../measure/progress.ts';
import { origins } from '../report/origin.ts';
import { CouncilDecision, SnapshotRef } from '../round/snapshot-contract.ts';
import { roundStates } from '../round/state.ts';
import { LongNameRef, longText, name, shortName, slug, textOf, title, yearParam } from '../text/contract.ts';
import { maxNote } from '../report/limits.ts';
import { maxPeriodAssessed } from '../round/limits.ts';
import { maxSource } from '../indicator/limits.ts';
import { maxLongName } from '../text/limits.ts';

/** How many of the assignments were asked in the current round, and how old their lights are. */
export const Ages = z
  .object({
    asked: z.int(),
    answered: z.int().meta({ description: 'Answers of the current round, late ones and “no change” too.' }),
    carried: z.int().meta({ description: 'Without an answer in the current round, with a light of an earlier one.' }),
    never: z.int().meta({ description: 'Without any light.' }),
    fromDocument: z.int().optional().meta({ description: 'Of `answered`: loaded with a document.' }),
    onBehalf: z.int().optional().meta({ description: 'Of `answered`: given on a department’s behalf.' }),
  })
  .meta({ description: 'Assignments by the age of their light; answered + carried + never = asked.' });
const ages = Ages.nullable().meta({ description: 'Null when the plan has had no round.' });

export const planParams = z.object({ slug, year: yearParam });

export const Counts = z
  .object({
    total: z.int(),
    done: z.int(),
    in_progress: z.int(),
    not_started: z.int(),
    not_reported: z.int(),
    mixed: z.int(),
  })
  .meta({ description: 'Number of measures by status; total is the sum.' });

/** Current counts minus those of the former round. */
export const Change = z
  .object({
    done: z.int(),
    in_progress: z.int(),
    not_started: z.int(),
    not_reported: z.int(),
    mixed: z.int(),
  })
  .nullable()
  .meta({
    description:
      'Current counts minus those of the former round, of measures with an answer in this round and over the departments that stood in both. Null when no measure can be compared.',
  });

export const DepartmentRef = z.object({ slug, kind: z.enum(departmentKinds), name, shortName: shortName.nullable() });

export const RoundRef = z.object({
  slug,
  name,
  periodAssessed: textOf(maxPeriodAssessed),
  state: z.enum(roundStates),
  opensAt: z.iso.datetime().nullable(),
  closesAt: z.iso.datetime().nullable(),
});

export const BoardRound = RoundRef.extend({
  closedAt: z.iso
    .datetime()
    .nullable()
    .meta({ description: 'Null also in a closed round whose source does not give it.' }),
});

export const MunicipalityRef = z.object({ slug, code: z.string().nullable(), name, isFictional: z.boolean() });

export const CouncilTerm = z.object({ startYear: z.int(), endYear: z.int() });

export const PlanHead = z.object({
  municipality: MunicipalityRef,
  councilTerm: CouncilTerm,
  year: z.int(),
  focus: z.array(textOf(200)),
  source: textOf(maxSource).nullable(),
  revision: z.int().meta({ description: 'Increases by one with every change to the plan.' }),
  updatedAt: z.iso.datetime(),
  round: BoardRound.nullable().meta({
    description: 'The current round: the one that is open, else the closed one that opened last.',
  }),
  rounds: z
    .array(RoundRef)
    .meta({ description: 'The rounds that have begun, newest first: what lights are named after.' }),
});

export const BoardAssignment = z.object({
  department: slug,
  progress: z.enum(progresses).nullable(),
  note: textOf(maxNote).nullable(),
  round: slug.nullable().meta({ description: 'The round that the light was given in. Null without a light.' }),
  reportedAt: z.iso.datetime().nullable().meta({ description: 'Null also when the source does not give the day.' }),
  origin: z.enum(origins).nullable().meta({
    description:
      'Who gave the light: the department, somebody on its behalf, or the document that it was loaded with. Null without a light, and in a snapshot that does not tell.',
  }),
  isCarried: z.boolean().meta({ description: 'Whether the light is of an earlier round than the current one.' }),
  isAsked: z.literal(false).optional().meta({ description: 'Present where the current round does not ask for it.' }),
  previous: z.enum(progresses).nullable().optional().meta({
    description: 'The light at the end of the former round. Absent when the assignment did not stand in it.',
  }),
});

export const MeasureRef = z.object({ code: slug, title });
export const MeasureWithStatus = MeasureRef.extend({ status: z.enum(statuses), ages });
export const GoalRef = z.object({ slug, shortName });

export const BoardMeasure = z.object({
  id: z.uuid(),
  code: slug.meta({ description: 'Used in addresses; unique within the plan.' }),
  title,
  ageGroup: z.enum(ageGroups).nullable(),
  isNew: z.boolean(),
  recurrence: z.enum(recurrences),
  status: z.enum(statuses),
  previousStatus: z.enum(statuses).nullable().meta({
    description:
      'The status in the former round, over the departments that stood in both. Null when the measure has no answer in this round.',
  }),
  ages,
  assignments: z.array(BoardAssignment),
});

export const BoardGoal = z.object({
  slug,
  shortName,
  name: textOf(maxLongName),
  counts: Counts,
  ages,
  change: Change,
  measures: z.array(BoardMeasure),
});

/** The closed round of a board that is a snapshot. */
export const BoardSnapshot = z.object({ round: BoardRound, frozen: SnapshotRef, decision: CouncilDecision.nullable() });

export const Board = PlanHead.extend({
  asOf: BoardSnapshot.nullable().meta({
    description:
      'The closed round whose snapshot this board is, with the hash of the snapshot. Null on the current board.',
  }),
  counts: Counts,
  ages,
  change: Change,
  departments: z.array(DepartmentRef),
  goals: z.array(BoardGoal),
}).meta({
  description: 'A plan as traffic lights: goals and their measures, each with the lights of its departments.',
});

export type PlanHead = z.output<typeof PlanHead>;
export type Board = z.output<typeof Board>;
export type BoardGoal = z.output<typeof BoardGoal>;
export type BoardMeasure = z.output<typeof BoardMeasure>;
export type BoardAssignment = z.output<typeof BoardAssignment>;
export type DepartmentRef = z.output<typeof DepartmentRef>;
export type BoardSnapshot = z.output<typeof BoardSnapshot>;
export type RoundRef = z.output<typeof RoundRef>;

/** A row of the council term's plan. Its status is derived: see `termStatusOf`. */
export const TermMeasure = z.object({
  code: slug,
  text: longText,
  partiesText: textOf(500),
  status: z.enum([...statuses, 'not_followed']),
  ages,
  indicators: z.array(LongNameRef),
  measures: z.array(MeasureWithStatus),
});
export type TermMeasure = z.output<typeof TermMeasure>;
