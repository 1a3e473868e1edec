import type { Input, Result } from '@vointi/shared/http/route.ts';
import type { settingsApi } from '@vointi/shared/municipality/settings-contract.ts';
import type { Context } from '../../platform/context.ts';
import { limit, limits } from '../../platform/limit.ts';
import { mutate } from '../../platform/mutate.ts';
import type { Asking } from '../../platform/serve.ts';
import { assertMail, enqueueMail } from '../mail/public.ts';
import { getFeedbackContact } from './settings-read.ts';

const sending = { action: { unaudited: 'feedback goes by mail and is kept nowhere' }, touches: 'nothing' } as const;

/** Goes by mail and is not kept: neither in a table nor in the audit log. */
export async function sendFeedback(
  context: Context,
  { params, body, ...asking }: Input<typeof settingsApi.sendFeedback> & Asking,
): Promise<Result<typeof settingsApi.sendFeedback>> {
  const municipalityId = await getFeedbackContact(context, params.slug, asking);
  assertMail(context.settings);
  await limit(context, limits.feedbackAddress, { address: asking.request.ip });
  return mutate(context, asking, sending, async (tx) => {
    await enqueueMail(tx, { kind: 'feedback', municipalityId, ...body });
    return { result: { done: true } };
  });
}
