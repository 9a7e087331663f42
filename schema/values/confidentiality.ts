/** Who may see a figure, from everyone to few: nobody is asked, any principal of its scope, those who work with it. */
export const CONFIDENTIALITIES = ['PUBLIC', 'INTERNAL', 'RESTRICTED'] as const;
export type Confidentiality = (typeof CONFIDENTIALITIES)[number];
