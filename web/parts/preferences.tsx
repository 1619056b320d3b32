import { effect, signal } from '@preact/signals';
import { browserStore } from '#web/session/kept.ts';
import { chooseLanguage, language } from '#web/words/language.ts';
import { shared } from '#web/words/shared.ts';

/** A choice of how pages look, kept in this browser and written on the page for the stylesheet. */
const kept = (name: 'large' | 'contrast') => {
  const isOn = signal(browserStore.getItem(name) === 'yes');
  effect(() => {
    document.documentElement.dataset[name] = isOn.value ? 'yes' : 'no';
    browserStore.setItem(name, isOn.value ? 'yes' : 'no');
  });
  return isOn;
};
const large = kept('large');
const contrast = kept('contrast');

/** Language, large letters and high contrast. */
export const Preferences = () => {
  const words = shared();
  return (
    <fieldset class="preferences" aria-label={words.settings}>
      <button
        type="button"
        lang={language.value === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => chooseLanguage(language.value === 'zh' ? 'en' : 'zh')}
      >
        {words.language}
      </button>
      {(
        [
          ['larger', large],
          ['contrast', contrast],
        ] as const
      ).map(([name, isOn]) => (
        <button
          key={name}
          type="button"
          aria-pressed={isOn.value}
          onClick={() => {
            isOn.value = !isOn.value;
          }}
        >
          <span aria-hidden="true">{isOn.value ? '✓ ' : ''}</span>
          {words[name]}
        </button>
      ))}
    </fieldset>
  );
};
