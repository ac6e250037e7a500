import { type ReactNode, useEffect, useRef, useState } from 'react';

export interface ScrollingBoxProps {
  className: string;
  /** What it is called where it has to be scrolled. */
  label: string;
  children: ReactNode;
}

/** What may be wider than the text scrolls in a box of its own; where it does, keys can scroll it, too. */
export function ScrollingBox({ className, label, children }: ScrollingBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWide(element.scrollWidth > element.clientWidth + 1));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const scrolled = wide ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {};
  return (
    <div ref={box} className={className} {...scrolled}>
      {children}
    </div>
  );
}
