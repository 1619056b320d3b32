import type { ComponentChildren } from 'preact';
import type { StaffTicketView } from '#contracts/http/ticket-view.ts';
import { Commands } from '#web/commands/commands.tsx';
import { useActions } from '#web/commands/offered.ts';
import { Shown } from '#web/parts/shown.tsx';
import { useDistrict } from './district.ts';
import { History } from './history.tsx';
import { StaffFacts } from './staff-facts.tsx';

interface StaffTicketProps {
  ticket: StaffTicketView;
  roles: readonly string[];
  department?: string;
  onDone?: (command: string, answer: unknown) => void;
  /** What else is known of it, below its history. */
  below?: ComponentChildren;
  children?: ComponentChildren;
}

/** All of one ticket, and beside it what those of an audience may do with it. */
export const StaffTicket = ({ ticket, below, children, ...commands }: StaffTicketProps) => {
  const district = useDistrict();
  const actions = useActions();
  return (
    <Shown of={district}>
      {(known) => (
        <div class="two">
          <div>
            <StaffFacts ticket={ticket} district={known} />
            <History ticket={ticket} />
            {below}
          </div>
          <div>
            <Shown of={actions}>{(list) => <Commands ticket={ticket} known={list} district={known} {...commands} />}</Shown>
            {children}
          </div>
        </div>
      )}
    </Shown>
  );
};
