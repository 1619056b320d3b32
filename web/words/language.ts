import { effect, signal } from '@preact/signals';
import { browserStore } from '#web/session/kept.ts';
import { settings } from '#web/session/settings.ts';

type Language = 'zh' | 'en';

const KEY = 'language';

const kept = browserStore.getItem(KEY);

/** In which language the pages speak: as the person chose, else the district's own. */
export const language = signal<Language>(kept === 'zh' || kept === 'en' ? kept : settings.district.language);

effect(() => {
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
});

/** Chooses a language for this browser. */
export const chooseLanguage = (chosen: Language): void => {
  language.value = chosen;
  browserStore.setItem(KEY, chosen);
};

/** The catalogue in the language of the person. A part that asks is drawn again when the language changes. */
export const spoken = <W>(catalogues: Record<Language, W>): W => catalogues[language.value];

/** What a thing of the district is called in the language of the person. */
export const nameOf = ({ name, translated }: { name: string; translated?: string | undefined }): string =>
  language.value === settings.district.language ? name : (translated ?? name);
