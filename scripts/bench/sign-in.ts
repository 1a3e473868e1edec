import { closeDb, createDb } from '@vointi/db/client.ts';
import { interleaved, print, wallMs } from './figures.ts';
import { ask } from './http.ts';

const tries = 200;
const wrong = 'ei tämä ainakaan ole';

let from = 0;
/** Sends each request from another forwarded address, so that rate limits do not count. */
const elsewhere = () => {
  from += 1;
  return { 'x-forwarded-for': `10.${(from >> 16) & 255}.${(from >> 8) & 255}.${from & 255}` };
};

/** The time of a refused sign-in, or of asking for a new password, does not tell whether an account exists. */
export async function benchSignIn(url: string, connectionString: string): Promise<void> {
  const db = createDb(connectionString, { max: 1 });
  try {
    const users = await db.user.findMany({ where: { email: { endsWith: '.example' } }, select: { email: true } });
    const known = users.flatMap(({ email }) => email ?? []);
    const unknown = known.map((email) => `ei-${email}`);
    const turn = (emails: readonly string[], post: (email: string) => Promise<number>) => {
      let at = 0;
      return () => post(emails[at++ % emails.length] ?? '');
    };
    const post = (path: string, status: number, rest: object) => async (email: string) => {
      // Varies the account, because tries are limited for each account.
      if (from % 60 === 0) await db.rateLimit.deleteMany();
      let answered = 0;
      const took = await wallMs(async () => {
        answered = (await ask(`${url}/api/v1${path}`, elsewhere(), { email, ...rest })).status;
      });
      if (answered !== status) throw new Error(`${path} answered ${answered} instead of ${status}.`);
      return took;
    };
    const compare = async (what: string, work: (email: string) => Promise<number>) => {
      // Warms up, so that first-time costs do not count.
      for (const email of [...known.slice(0, 5), ...unknown.slice(0, 5)]) await work(email);
      const ms = await interleaved(tries, {
        known: turn(known, work),
        unknown: turn(unknown, work),
        again: turn(known, work),
      });
      print({
        what: `${what}: how far no account is from one, medians of ${tries}`,
        value: Math.abs(ms.unknown / ms.known - 1) * 100,
        goal: 10,
        unit: ' %',
        control: ms.again / ms.known,
        note: `ratio ${(ms.unknown / ms.known).toFixed(3)}, ${ms.known.toFixed(1)} ms and ${ms.unknown.toFixed(1)} ms`,
      });
    };
    await compare('Refused sign-in', post('/session', 401, { password: wrong }));
    await compare('Asking for a new password', post('/password-resets', 200, {}));
  } finally {
    await closeDb(db);
  }
}
