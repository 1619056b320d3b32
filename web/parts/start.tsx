import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import { render } from 'preact';
import { Router } from 'wouter-preact';
import { useHashLocation } from 'wouter-preact/use-hash-location';
import { Refused } from '#web/session/call.ts';
import { begin, whenSigningOut } from '#web/session/sign-in.ts';
import '#web/look/tokens.css';
import '#web/look/frame.css';
import '#web/look/forms.css';
import '#web/look/shown.css';

/** One for all pages of an audience: what was asked is shown until it is asked again. */
export const queries = new QueryClient({
  defaultOptions: { queries: { retry: (times, error) => times < 1 && !(error instanceof Refused), networkMode: 'always' } },
});

whenSigningOut.add(() => queries.clear());

/** Shows the pages of an audience, once it is known who is signed in. */
export const start = async (pages: () => ComponentChildren): Promise<void> => {
  await begin();
  const place = document.getElementById('app');
  if (!place) return;
  const Pages = pages;
  render(
    <QueryClientProvider client={queries}>
      <Router hook={useHashLocation}>
        <Pages />
      </Router>
    </QueryClientProvider>,
    place,
  );
};
