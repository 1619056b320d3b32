import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { shared } from '#web/words/shared.ts';

/**
 * A page whose code is loaded when somebody first looks at it, for pages that show nothing without the hotline. The code of an
 * older version may be gone: then the page is opened anew.
 */
export const later = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> => {
  let loaded: ComponentType<Props> | undefined;
  return (props: Props) => {
    const [page, setPage] = useState(() => loaded);
    const [hasFailed, setFailed] = useState(false);
    useEffect(() => {
      const show = (found: ComponentType<Props>): void => {
        loaded = found;
        setPage(() => found);
      };
      if (!loaded) load().then(show, () => setFailed(true));
    }, []);
    const Page = page;
    if (Page) return <Page {...props} />;
    if (!hasFailed) return <p role="status">{shared().wait}</p>;
    return (
      <>
        <p role="alert">{shared().noAnswer}</p>
        <button type="button" onClick={() => location.reload()}>
          {shared().openAnew}
        </button>
      </>
    );
  };
};
