import { Route, Switch } from 'wouter-preact';
import { Frame } from '#web/parts/frame.tsx';
import { later } from '#web/parts/later.tsx';
import { start } from '#web/parts/start.tsx';
import { pagesAddress, settings } from '#web/session/settings.ts';
import { whenSigningOut } from '#web/session/sign-in.ts';
import { CheckPage } from './check-page.tsx';
import { FiledPage } from './filed-page.tsx';
import { lookUpAnew } from './look-up.ts';
import { keepSending } from './outbox.ts';
import { OwnTicketsPage } from './own-tickets-page.tsx';
import { ReportPage } from './report-page.tsx';
import { SendingPage } from './sending-page.tsx';
import { resident } from './words/resident.ts';

// What shows nothing without the hotline is loaded later; all that writes a matter is there from the beginning.
const LookUpPage = later(async () => (await import('./look-up-page.tsx')).LookUpPage);
const TicketPage = later(async () => (await import('./ticket-page.tsx')).TicketPage);

const Pages = () => {
  const words = resident();
  const menu = [
    { to: '/', name: words.report },
    { to: '/mine', name: words.mine },
    ...(settings.sendsTexts ? [{ to: '/look-up', name: words.lookUp }] : []),
  ];
  return (
    <Frame title={words.site} menu={menu} emergency>
      <Switch>
        <Route path="/check">
          <CheckPage />
        </Route>
        <Route path="/sending">
          <SendingPage />
        </Route>
        <Route path="/filed">
          <FiledPage />
        </Route>
        <Route path="/mine">
          <OwnTicketsPage />
        </Route>
        <Route path="/look-up/:number?">{({ number }) => <LookUpPage number={number} />}</Route>
        <Route path="/tickets/:number">{({ number }) => <TicketPage key={number} number={number} />}</Route>
        <Route>
          <ReportPage />
        </Route>
      </Switch>
    </Frame>
  );
};

/** The worker keeps the page with what it needs, for when there is no connection. */
const keepOnPhone = async (): Promise<void> => {
  if ('serviceWorker' in navigator) await navigator.serviceWorker.register(new URL('worker.js', pagesAddress));
};

whenSigningOut.add(lookUpAnew);
await start(Pages);
keepSending();
void keepOnPhone().catch(() => {
  // A browser that keeps nothing still shows the pages.
});
