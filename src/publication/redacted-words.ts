/** The texts that the public reads. */
export const SHOWN_TEXTS = ['title', 'content', 'reply'] as const;
export type ShownText = (typeof SHOWN_TEXTS)[number];

/** The texts as an officer redacted them; cleaned. */
export type RedactedWords = Readonly<Record<ShownText, string>>;
