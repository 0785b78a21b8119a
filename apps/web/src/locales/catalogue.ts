import type { en } from './en/index.js';

/** The languages that pages are written in. */
export const LANGUAGES = ['en', 'de'] as const;

export type Language = (typeof LANGUAGES)[number];

type Areas = typeof en;

/** `todos.added`: a part of the app, and what is said there. */
export type MessageKey = { [Area in keyof Areas]: `${Area}.${keyof Areas[Area] & string}` }[keyof Areas];

/** The texts of each part of the app. Every language has the same keys: the compiler says which one is missing. */
export type Messages = { readonly [Area in keyof Areas]: Readonly<Record<keyof Areas[Area], string>> };
