/** The tags of the elements in this folder. */
import { CopyButton } from './copy-button.js';
import { CountedTextarea } from './counted-textarea.js';
import { DisclosureBox } from './disclosure-box.js';
import { DownloadButton } from './download-button.js';
import { NoticeBox } from './notice-box.js';
import { ProgressSteps } from './progress-steps.js';
import { ThemeSwitch } from './theme-switch.js';
import { ToggleGroup } from './toggle-group.js';
import type { ElementsByTag } from './element/define-elements.js';

export const COMPONENT_ELEMENTS = {
  'quals-copy-button': CopyButton,
  'quals-counted-textarea': CountedTextarea,
  'quals-disclosure-box': DisclosureBox,
  'quals-download-button': DownloadButton,
  'quals-notice-box': NoticeBox,
  'quals-progress-steps': ProgressSteps,
  'quals-theme-switch': ThemeSwitch,
  'quals-toggle-group': ToggleGroup,
} satisfies ElementsByTag;
