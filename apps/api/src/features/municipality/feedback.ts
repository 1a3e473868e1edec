import type { Input, Result } from '@vointi/shared/http/route.ts';
import type { settingsApi } from '@vointi/shared/municipality/settings-contract.ts';
import type { Context } from '../../platform/context.ts';
import { limit, limits } from '../../platform/limit.ts';
import { mutate } from '../../platform/mutate.ts';
import type { ApiRequest } from '../../platform/serve.ts';
import { assertMail, enqueueMail } from '../mail/public.ts';
import { getFeedbackContact } from './settings-read.ts';

const sending = { action: { unaudited: 'feedback goes by mail and is kept nowhere' }, touches: 'nothing' } as const;

/** Sends feedback by mail; no table and no audit row keeps it. */
export async function sendFeedback(
  context: Context,
  { params, body, ...apiRequest }: Input<typeof settingsApi.sendFeedback> & ApiRequest,
): Promise<Result<typeof settingsApi.sendFeedback>> {
  const municipalityId = await getFeedbackContact(context, params.slug, apiRequest);
  assertMail(context.settings);
  await limit(context, limits.feedbackAddress, { address: apiRequest.request.ip });
  return mutate(context, apiRequest, sending, async (tx) => {
    await enqueueMail(tx, { kind: 'feedback', municipalityId, ...body });
    return { result: { done: true } };
  });
}
