/** Drawings of tools, which come after the text as the tools do. */
import { Icon } from './icon.tsx';

export const HandIcon = () => (
  <Icon>
    <path d="M5 8.500V4.200a.9.9 0 011.800 0V7.500M6.800 7V3.200a.9.9 0 011.800 0V7.500M8.600 7.500V4a.9.9 0 011.800 0v5M10.400 7.200a.9.9 0 011.800 0v3.300a3.700 3.700 0 01-7 1.700L3.300 9.300a.9.9 0 011.500-1L5.800 9.500" />
  </Icon>
);
export const BroadcastIcon = () => (
  <Icon>
    <path d="M8 8.600a.6.6 0 100-1.200.6.6 0 000 1.200zM5.600 10.400a3.400 3.400 0 010-4.800M10.400 5.600a3.400 3.400 0 010 4.800M3.800 12.200a6 6 0 010-8.400M12.200 3.800a6 6 0 010 8.400" />
  </Icon>
);
export const PollIcon = () => (
  <Icon>
    <path d="M3 4h6M3 8h10M3 12h4" />
  </Icon>
);
export const BoldIcon = () => (
  <Icon>
    <path d="M5 3.500h3.800a2.200 2.200 0 010 4.400H5zM5 7.900h4.400a2.300 2.300 0 010 4.600H5z" />
  </Icon>
);
export const ItalicIcon = () => (
  <Icon>
    <path d="M9.500 3.500l-3 9M7.300 3.500h4M4.700 12.500h4" />
  </Icon>
);
export const QuoteIcon = () => (
  <Icon>
    <path d="M6.500 5C4.600 5.600 3.500 7 3.500 9.300v1.900h3V8.300H5M13 5c-1.900.6-3 2-3 4.300v1.900h3V8.300h-1.500" />
  </Icon>
);
export const BulletsIcon = () => (
  <Icon>
    <path d="M6.500 4.500h7M6.500 8h7M6.500 11.500h7M3 4.500h.01M3 8h.01M3 11.500h.01" />
  </Icon>
);
export const CodeIcon = () => (
  <Icon>
    <path d="M5.500 4.500L2.500 8l3 3.500M10.500 4.500l3 3.500-3 3.500" />
  </Icon>
);
export const FormulaIcon = () => (
  <Icon>
    <path d="M12 5V3.500H4.500L8 8l-3.500 4.500H12V11" />
  </Icon>
);
export const PictureIcon = () => (
  <Icon>
    <path d="M2.500 3.500h11v9h-11zM2.500 11l3.200-3 2.300 2 2-1.700 3.500 2.900M10.300 6.300h.01" />
  </Icon>
);
export const MentionIcon = () => (
  <Icon>
    <path d="M10.300 8a2.300 2.300 0 11-4.600 0 2.300 2.300 0 014.600 0zm0 0v.9c0 1.900 2.900 1.800 2.900-.9a5.200 5.200 0 10-2.300 4.300" />
  </Icon>
);
export const SmileIcon = () => (
  <Icon>
    <path d="M8 14A6 6 0 108 2a6 6 0 000 12zM5.800 9.500c1 1.400 3.400 1.400 4.400 0M6 6.300h.01M10 6.300h.01" />
  </Icon>
);
export const UndoIcon = () => (
  <Icon>
    <path d="M5.500 3L2.500 6l3 3M2.500 6h7a3.500 3.500 0 010 7H6" />
  </Icon>
);
export const RedoIcon = () => (
  <Icon>
    <path d="M10.500 3l3 3-3 3M13.500 6h-7a3.500 3.500 0 000 7H10" />
  </Icon>
);
export const JoinIcon = () => (
  <Icon>
    <path d="M3 13.500h10M8 11V3M5 6l3-3 3 3" />
  </Icon>
);
export const CutIcon = () => (
  <Icon>
    <path d="M2.500 3.500h11M2.500 12.500h11M2.500 8h2M7 8h2M11.500 8h2" />
  </Icon>
);
export const HigherIcon = () => (
  <Icon>
    <path d="M10 4L6 8l4 4" />
  </Icon>
);
export const DeeperIcon = () => (
  <Icon>
    <path d="M6 4l4 4-4 4" />
  </Icon>
);
export const TextIcon = () => (
  <Icon>
    <path d="M3 4.500h10M3 8h10M3 11.500h6" />
  </Icon>
);
export const FilterIcon = () => (
  <Icon>
    <path d="M2.500 4.500h11M4.500 8h7M6.500 11.500h3" />
  </Icon>
);
export const BellIcon = () => (
  <Icon>
    <path d="M4 11.500V7.500a4 4 0 018 0v4M2.800 11.500h10.400M6.800 13.500h2.400" />
  </Icon>
);
export const PlayIcon = () => (
  <Icon>
    <path d="M5.500 3.500l7 4.500-7 4.500z" />
  </Icon>
);
export const PauseIcon = () => (
  <Icon>
    <path d="M5.500 3.500v9M10.500 3.500v9" />
  </Icon>
);
export const BackIcon = () => (
  <Icon>
    <path d="M10 4L6 8l4 4" />
  </Icon>
);
export const OnIcon = () => (
  <Icon>
    <path d="M6 4l4 4-4 4" />
  </Icon>
);
