/** The longest texts of a lab, in UTF-16 code units: the explanation at the end, a file, a note of a finding. */
export const longestLabText = { answer: 40_000, file: 131_072, note: 8000 } as const;

/** How often the workbench may send one request at the same moment. */
export const sentAtOnce = { least: 2, most: 20 } as const;
