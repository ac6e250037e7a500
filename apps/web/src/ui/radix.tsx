/**
 * Radix's menus and popovers, loaded after the text: 35 kB that nobody needs to begin to read. Until they are there a trigger
 * is a plain button that looks alike; pressing it opens the menu as soon as it can. Parts and props are Radix's own.
 */
import {
  type ComponentProps,
  type ComponentType,
  cloneElement,
  createContext,
  isValidElement,
  type ReactElement,
  type ReactNode,
  type RefObject,
  use,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { createStore } from '../store/store.ts';
import { useStore } from '../store/use-store.ts';
import { whenIdle } from './when-idle.ts';

type Kit = typeof import('./radix-kit.ts');

const loaded = createStore<Kit | undefined>(undefined);
let loading: Promise<void> | undefined;
const load = (): Promise<void> => {
  loading ??= import('./radix-kit.ts').then((kit) => loaded.set(kit));
  return loading;
};
const useKit = () => useStore(loaded, (it) => it);

/** Between a root that waits and its trigger. */
interface Waiting {
  want(): void;
  /** Whether the plain button had the focus when the real one took its place. */
  focused: RefObject<boolean>;
}
const WaitingContext = createContext<Waiting | undefined>(undefined);

/** What the roots of menus and popovers share. */
interface RootProps {
  children?: ReactNode;
  open?: boolean;
  defaultOpen?: boolean;
  onOpenChange?(open: boolean): void;
  modal?: boolean;
}

function lateRoot(pick: (kit: Kit) => ComponentType<RootProps>): ComponentType<RootProps> {
  return function Root(props) {
    const kit = useKit();
    const [wanted, setWanted] = useState(false);
    const focused = useRef(false);
    const { onOpenChange } = props;
    const waiting = useMemo(
      () => ({
        focused,
        want() {
          setWanted(true);
          onOpenChange?.(true);
          void load();
        },
      }),
      [onOpenChange],
    );
    useEffect(() => {
      if (!kit) return whenIdle(load);
    }, [kit]);
    const Real = kit && pick(kit);
    return (
      <WaitingContext value={waiting}>
        {Real ? <Real {...(wanted && { defaultOpen: true })} {...props} /> : props.children}
      </WaitingContext>
    );
  };
}

type TriggerProps = ComponentProps<'button'> & { asChild?: boolean };

function lateTrigger(
  pick: (kit: Kit) => ComponentType<TriggerProps>,
  popup: 'menu' | 'dialog',
): ComponentType<TriggerProps> {
  return function Trigger({ asChild, children, ...props }: TriggerProps) {
    const kit = useKit();
    const waiting = use(WaitingContext);
    const button = useRef<HTMLButtonElement>(null);
    useLayoutEffect(() => {
      const element = button.current;
      if (kit && waiting?.focused.current) element?.focus();
      if (waiting) waiting.focused.current = false;
      return () => {
        if (!kit && waiting) waiting.focused.current = document.activeElement === element;
      };
    }, [kit, waiting]);
    if (kit) {
      const Real = pick(kit);
      return (
        <Real ref={button} {...(asChild && { asChild })} {...props}>
          {children}
        </Real>
      );
    }
    const plain = { ref: button, 'aria-haspopup': popup, 'aria-expanded': false, onClick: () => waiting?.want() };
    if (asChild && isValidElement(children)) return cloneElement(children as ReactElement<object>, plain);
    return (
      <button type="button" {...props} {...plain}>
        {children}
      </button>
    );
  };
}

/** A part that is only there once something is open. */
function latePart<P extends object>(pick: (kit: Kit) => ComponentType<P>): ComponentType<P> {
  return function Part(props: P) {
    const kit = useKit();
    const Real = kit && pick(kit);
    return Real ? <Real {...props} /> : null;
  };
}

export const DropdownMenu = {
  Root: lateRoot((kit) => kit.DropdownMenu.Root),
  Trigger: lateTrigger((kit) => kit.DropdownMenu.Trigger, 'menu'),
  Portal: latePart((kit) => kit.DropdownMenu.Portal),
  Content: latePart((kit) => kit.DropdownMenu.Content),
  Item: latePart((kit) => kit.DropdownMenu.Item),
  CheckboxItem: latePart((kit) => kit.DropdownMenu.CheckboxItem),
  Label: latePart((kit) => kit.DropdownMenu.Label),
  RadioGroup: latePart((kit) => kit.DropdownMenu.RadioGroup),
  RadioItem: latePart((kit) => kit.DropdownMenu.RadioItem),
  ItemIndicator: latePart((kit) => kit.DropdownMenu.ItemIndicator),
  Separator: latePart((kit) => kit.DropdownMenu.Separator),
};

export const Popover = {
  Root: lateRoot((kit) => kit.Popover.Root),
  Trigger: lateTrigger((kit) => kit.Popover.Trigger, 'dialog'),
  Portal: latePart((kit) => kit.Popover.Portal),
  Content: latePart((kit) => kit.Popover.Content),
  Close: latePart((kit) => kit.Popover.Close),
};

export const ToggleGroup = {
  /** Asks for the kit itself: it is no part of a menu. */
  Root: function Root(props: ComponentProps<Kit['ToggleGroup']['Root']>) {
    const kit = useKit();
    useEffect(() => void load(), []);
    const Real = kit?.ToggleGroup.Root;
    return Real ? <Real {...props} /> : null;
  },
  Item: latePart((kit) => kit.ToggleGroup.Item),
};
