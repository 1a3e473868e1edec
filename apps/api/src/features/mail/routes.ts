import type { FastifyInstance } from 'fastify';
import { mailboxApi } from '@vointi/shared/mail/contract.ts';
import type { Context } from '../../platform/context.ts';
import { serve } from '../../platform/serve.ts';
import { listDemoMails } from './read.ts';

export function mailRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, mailboxApi.list, () => listDemoMails(context));
}
