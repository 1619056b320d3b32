import { useEffect, useRef } from 'preact/hooks';

let isFirst = true;

/** The heading of a page, which also names the window. Whoever follows a link lands on it; a reader of the screen then says it. */
export const PageTitle = ({ children }: { children: string }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = children;
  }, [children]);
  useEffect(() => {
    if (!isFirst) heading.current?.focus();
    isFirst = false;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
};
