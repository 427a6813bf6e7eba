import { filled, type LetterWords } from '../../correspondence/letter-words.js';
import { LETTER_NAMES, type LetterName, letterOf } from '../../correspondence/letters.js';
import { sampleFacts } from '../../correspondence/sample-facts.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';

/** @param changed names of letters that have other words than the product's own. */
export function templatesPage(changed: ReadonlySet<string>): Page {
  const groups = (['citizen', 'officer', 'account'] as const).map((audience) => ({
    title: `administrator.letters.${audience}`,
    letters: LETTER_NAMES.filter((name) => letterOf(name).audience === audience).map((name) => ({
      label: `mail.letter.${name}`,
      href: paths.mailTemplate.to({ letter: name }),
      changed: changed.has(name),
    })),
  }));
  return page('administrator/mail-templates', { title: 'administrator.letters.title', groups });
}

/** The letter's words, its gaps, and how it reads with an invented case in them (as far as it can be read). */
export function templatePage(
  letter: LetterName,
  words: LetterWords,
  errors: FieldErrors,
  { isChanged, baseUrl }: { readonly isChanged: boolean; readonly baseUrl: string },
): Page {
  const facts = sampleFacts(letterOf(letter), baseUrl);
  const isReadable = Object.keys(errors).length === 0;
  const { subject, body } = words;
  return page(
    'administrator/mail-template',
    {
      title: 'administrator.letters.title',
      letter,
      label: `mail.letter.${letter}`,
      isChanged,
      placeholders: letterOf(letter).placeholders.map((name) => ({
        gap: `{{${name}}}`,
        meaning: `mail.placeholder.${name}`,
      })),
      preview: isReadable ? filled({ subject, body }, facts) : null,
      form: formView({ subject, body }, errors),
    },
    isReadable ? 200 : 422,
  );
}
