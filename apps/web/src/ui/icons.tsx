/** The few drawings of the app: 16 × 16, one line weight, the colour of the text around them. */
import { Icon } from './icon.tsx';

export const CloseIcon = () => (
  <Icon>
    <path d="M4 4l8 8M12 4l-8 8" />
  </Icon>
);
export const MoreIcon = () => (
  <Icon>
    <path className="dots" d="M3.500 8h.01M8 8h.01M12.500 8h.01" />
  </Icon>
);
export const ListIcon = () => (
  <Icon>
    <path d="M2.500 4h11M2.500 8h11M2.500 12h7" />
  </Icon>
);
export const UpIcon = () => (
  <Icon>
    <path d="M4 10l4-4 4 4" />
  </Icon>
);
export const DownIcon = () => (
  <Icon>
    <path d="M4 6l4 4 4-4" />
  </Icon>
);
export const ClockIcon = () => (
  <Icon>
    <path d="M8 14A6 6 0 108 2a6 6 0 000 12zM8 5v3.200l2 1.300" />
  </Icon>
);
export const LockIcon = () => (
  <Icon>
    <path d="M4 7.500h8v5.500H4zM5.700 7.500V5.300a2.300 2.300 0 014.600 0v2.200" />
  </Icon>
);
export const GroupIcon = () => (
  <Icon>
    <path d="M6 7.500a2 2 0 100-4 2 2 0 000 4zM2.500 12.500c0-2 1.500-3.300 3.500-3.300s3.500 1.300 3.500 3.300M10.700 7.500a1.700 1.700 0 100-3.400M11.300 9.300c1.400.3 2.200 1.500 2.200 3.200" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon>
    <path d="M3.500 8.500l3 3 6-7" />
  </Icon>
);
export const LinkIcon = () => (
  <Icon>
    <path d="M6.800 9.200a2.600 2.600 0 003.700 0l2-2a2.600 2.600 0 00-3.700-3.700l-.8.8M9.200 6.800a2.600 2.600 0 00-3.700 0l-2 2a2.600 2.600 0 003.700 3.700l.8-.8" />
  </Icon>
);
export const KeyboardIcon = () => (
  <Icon>
    <path d="M2 4.500h12v7H2zM4.500 7h.01M7 7h.01M9.500 7h.01M11.700 7h.01M5.500 9.300h5" />
  </Icon>
);
export const ClosedBookIcon = () => (
  <Icon>
    <path d="M8 4C6.500 3 4.500 2.800 2.500 3.200v9c2-.4 4-.2 5.500.8 1.500-1 3.500-1.200 5.500-.8v-9C11.500 2.800 9.500 3 8 4zM8 4v9" />
  </Icon>
);
export const MailIcon = () => (
  <Icon>
    <path d="M2.500 4h11v8.500h-11zM2.500 4.500L8 9l5.500-4.500" />
  </Icon>
);
export const SearchIcon = () => (
  <Icon>
    <path d="M7 12A5 5 0 107 2a5 5 0 000 10zM10.700 10.700L14 14" />
  </Icon>
);
export const ThreadsIcon = () => (
  <Icon>
    <path d="M2.500 3.500h11v6h-6l-3 2.500v-2.500h-2zM5 6.500h6" />
  </Icon>
);
