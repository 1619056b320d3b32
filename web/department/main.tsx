import { Route, Switch } from 'wouter-preact';
import { Frame } from '#web/parts/frame.tsx';
import { SignedIn } from '#web/parts/signed-in.tsx';
import { start } from '#web/parts/start.tsx';
import { FiguresPage } from './figures-page.tsx';
import { InboxPage } from './inbox-page.tsx';
import { TicketPage } from './ticket-page.tsx';
import { department } from './words/department.ts';

const Pages = () => {
  const words = department();
  const menu = [
    { to: '/', name: words.inbox },
    { to: '/figures', name: words.figures },
  ];
  return (
    <Frame title={words.site} menu={menu}>
      <SignedIn>
        <Switch>
          <Route path="/figures">
            <FiguresPage />
          </Route>
          <Route path="/:department/tickets/:number">
            {(place) => <TicketPage key={place.number} department={place.department} number={place.number} />}
          </Route>
          <Route>
            <InboxPage />
          </Route>
        </Switch>
      </SignedIn>
    </Frame>
  );
};

await start(Pages);
