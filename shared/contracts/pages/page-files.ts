import type { PageSettings } from './page-settings.ts';

/** One file of the pages, ready to be sent: each body in base64. */
export interface PageFile {
  type: string;
  /** Its name changes with what is in it, so a browser may keep it for ever. */
  immutable: boolean;
  etag: string;
  plain: string;
  gzip?: string;
  br?: string;
}

/** All that the function which serves the pages is shipped with, in one file. */
export interface PageFiles {
  settings: Omit<PageSettings, 'signIn' | 'sendsTexts'>;
  pageFiles: Readonly<Record<string, PageFile>>;
}
