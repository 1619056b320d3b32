import { PageTitle } from '#web/parts/page-title.tsx';
import { settings } from '#web/session/settings.ts';
import { shared } from '#web/words/shared.ts';
import type { Understanding } from './api.ts';
import { resident } from './words/resident.ts';

/** What somebody wrote is no matter: a greeting, or a wish for a person. They are asked for it, and shown whom to ring. */
export const NoMatter = ({ why }: { why: NonNullable<Understanding['noMatter']> }) => {
  const words = resident();
  const { hotline } = settings.district;
  const ring = (
    <p>
      <a class={why === 'wants-person' ? 'button first' : 'button'} href={`tel:${hotline}`}>
        {shared().call(hotline)}
      </a>
    </p>
  );
  const write = (
    <p>
      <a class={why === 'nothing' ? 'button first' : 'button'} href="#/">
        {words.writeIt}
      </a>
    </p>
  );
  return (
    <>
      <PageTitle>{words.noMatterTitle[why]}</PageTitle>
      <p>{words.noMatter[why]}</p>
      {why === 'nothing' ? [write, ring] : [ring, write]}
    </>
  );
};
