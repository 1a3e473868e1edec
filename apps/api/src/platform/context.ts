import type { Db } from '@vointi/db/client.ts';
import type { BoardStore } from '../features/plan/public.ts';

/** What the features work with; made once by the app. */
export type Context = { db: Db; boards: BoardStore };
