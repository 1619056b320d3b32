import { Route, Switch } from 'wouter-preact';
import { Frame } from '#web/parts/frame.tsx';
import { SignedIn } from '#web/parts/signed-in.tsx';
import { start } from '#web/parts/start.tsx';
import { CallBacksPage } from './call-backs-page.tsx';
import { NewTicketPage } from './new-ticket-page.tsx';
import { QueuePage } from './queue-page.tsx';
import { TicketForCallerPage } from './ticket-for-caller-page.tsx';
import { TicketPage } from './ticket-page.tsx';
import { desk } from './words/desk.ts';

const Pages = () => {
  const words = desk();
  const menu = [
    { to: '/', name: words.queue },
    { to: '/new', name: words.newTicket },
    { to: '/call-backs', name: words.callBacks },
  ];
  return (
    <Frame title={words.site} menu={menu}>
      <SignedIn>
        <Switch>
          <Route path="/new">
            <NewTicketPage />
          </Route>
          <Route path="/call-backs">
            <CallBacksPage />
          </Route>
          <Route path="/call-backs/:id/new">{({ id }) => <TicketForCallerPage key={id} id={id} />}</Route>
          <Route path="/tickets/:number">{({ number }) => <TicketPage key={number} number={number} />}</Route>
          <Route>
            <QueuePage />
          </Route>
        </Switch>
      </SignedIn>
    </Frame>
  );
};

await start(Pages);
