/** How long a text may be; the content as people count characters. A question may be a whole procedure name. */
export const MAX = { title: 200, content: 10_000, name: 200, address: 300, question: 1_000 } as const;
