import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Intl } from '../lib/intl.tsx';
import type { Language } from '../lib/language.ts';
import type { Messages } from '../locales/messages.ts';
import type { AppRouter } from './router.tsx';

type Props = {
  start: { language: Language; messages: Partial<Messages> };
  queryClient: QueryClient;
  router: AppRouter;
};

export const Providers = ({ start, queryClient, router }: Props) => (
  <QueryClientProvider client={queryClient}>
    <Intl start={start}>
      <RouterProvider router={router} />
    </Intl>
  </QueryClientProvider>
);
