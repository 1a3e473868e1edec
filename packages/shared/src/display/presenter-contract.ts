import * as z from 'zod';
import { slug } from '../text/contract.ts';
import { sceneKinds } from './kind.ts';

const Pinned = z.strictObject({ scene: z.enum(sceneKinds), goal: slug.nullable() });

export const Presenter = z.object({
  sequence: z.int().min(0).meta({ description: 'Increases by one with each command.' }),
  isPaused: z.boolean(),
  steps: z.int().meta({ description: 'Steps forwards minus steps backwards since the screen was paired.' }),
  pinned: Pinned.nullable(),
  measure: slug.nullable().meta({ description: 'The code of the measure that is open on the whole screen.' }),
  at: z.iso.datetime().nullable(),
});

export const Command = z.discriminatedUnion('do', [
  z.strictObject({ do: z.enum(['pause', 'resume', 'next', 'previous', 'unpin', 'close']) }),
  z.strictObject({ do: z.literal('pin'), scene: z.enum(sceneKinds), goal: slug.nullable() }),
  z.strictObject({ do: z.literal('open'), measure: slug }),
]);
