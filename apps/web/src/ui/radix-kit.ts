/** What is used of Radix, in a chunk of its own; see radix.tsx. */
export { DropdownMenu, Popover, ToggleGroup } from 'radix-ui';
